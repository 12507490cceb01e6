import { wordsFor, type LanguageWords } from '~/i18n/words'

// What families write in their languages: names, schools, addresses, numbers, dates, brackets and English words among their own.

/** Sentences by the language that they are written in (BCP 47). */
export const sentences: Readonly<Record<string, readonly string[]>> = {
  cy: ['Mae Siân yn hoffi’r môr, ŵyn a thŷ ei nain ym Mhwllheli.', 'Ysgol Gynradd y Gŵyr (Blwyddyn 4), ffôn: 029 2018 0000'],
  pl: ['Syn ma na imię Łukasz Wiśniewski i chodzi do szkoły „Northtown Primary” (klasa 3).', 'Źle słyszy w hałasie, często się gubi i potrzebuje więcej czasu — zażółć gęślą jaźń.'],
  ro: ['Fiica mea, Ștefania Țurcanu, învață greu în clasă și obosește după-amiaza.', 'Adresa: Str. Înfrățirii nr. 12, apoi 5 Mill Lane, NT1 2AB.'],
  tr: ['Oğlum İsmail Yıldız’ın okulda güçlüğü var; gürültüden çok rahatsız oluyor.', 'Öğretmeni: Şule Çağlar (0161 496 0000), e-posta: sule@example.org'],
  vi: ['Con trai tôi, Nguyễn Đức Huệ, khó tập trung khi lớp học ồn ào.', 'Cháu được 7 tuổi rưỡi, học ở Trường Tiểu học “Northtown” từ tháng 9/2025.'],
  el: ['Ο γιος μου, ο Γιώργος Παπαδόπουλος, δυσκολεύεται να ακολουθήσει οδηγίες στην τάξη.', 'Τηλέφωνο: 020 7946 0958 (μητέρα), ημερομηνία: 14/10/2026.'],
  ru: ['Моей дочери Анне Щербаковой трудно говорить в классе (школа № 5).', 'Она ещё не читает, но любит рисовать и объясняет всё жестами.'],
  uk: ['Мій син Євген Ґудзь має труднощі з мовленням і потребує підтримки щодня.', 'Їжу він обирає сам; у школі “Northtown” йому дуже гучно.'],
  ar: [
    'يجد طفلي أحمد صعوبة في اتباع التعليمات الشفهية في الفصل المزدحم.',
    'اسم المدرسة: Northtown Primary (الصف 7)، وعمره 12 سنة.',
    'هاتف الأم: 020 7946 0958، والبريد: a.b@example.org',
    'وُلِدَ في 14/10/2019، ويحتاج إلى مُساعِدة [يوميًّا] في «الرياضيات» و"القراءة".',
    'لا يأكل إلا الأرز، ولا ينام قبل الساعة ١٠:٣٠ ليلاً!',
  ],
  ur: [
    'میرے بیٹے محمد علی کو اسکول میں ہدایات سمجھنے میں مشکل ہوتی ہے۔',
    'اسکول کا نام: Northtown Primary (جماعت 3)، استاد: Mrs Khan۔',
    'فون: 0161 496 0000، پتا: 12 Mill Lane, NT1 2AB',
    'وہ 14/10/2019 کو پیدا ہوئی، اور اُسے "خاموش جگہ" کی ضرورت ہے۔',
    'ڈاکٹر صاحب نے کہا: بچّی کو گھر پر بھی مدد چاہیے؛ کیا آپ مدد کریں گے؟',
  ],
  fa: [
    'پسرم کیان نمی‌تواند در کلاس شلوغ تمرکز کند و زود خسته می‌شود.',
    'نام مدرسه: Northtown Primary (کلاس ۳)، تلفن: ۰۲۰ ۷۹۴۶ ۰۹۵۸',
    'او در ۱۴/۱۰/۲۰۱۹ به دنیا آمد؛ گفتاردرمانگرش خانم Smith است.',
  ],
  ckb: [
    'کوڕەکەم ڕێبوار ناتوانێت لە پۆلدا گوێ لە مامۆستا بگرێت.',
    'ناوی قوتابخانە: Northtown (پۆلی 5)، ژمارەی تەلەفۆن: 0113 496 0000',
    'هەموو ڕۆژێک پێویستی بە یارمەتی هەیە، بەتایبەتی لە خوێندنەوەدا.',
  ],
  bn: [
    'আমার ছেলে রফিকুল ইসলাম শ্রেণিকক্ষে নির্দেশ বুঝতে কষ্ট পায়।',
    'স্কুল: Northtown Primary (শ্রেণি ৩), ফোন: 020 7946 0958।',
    'তার জন্ম ১৪/১০/২০১৯; সে প্রতিদিন স্বাস্থ্যকর্মীর সাহায্য নেয়, কিন্তু “বাংলা” ভালো বলে।',
  ],
  pa: [
    'ਮੇਰੇ ਪੁੱਤਰ ਹਰਪ੍ਰੀਤ ਸਿੰਘ ਨੂੰ ਸਕੂਲ ਵਿੱਚ ਹਦਾਇਤਾਂ ਸਮਝਣ ਵਿੱਚ ਮੁਸ਼ਕਲ ਆਉਂਦੀ ਹੈ।',
    'ਸਕੂਲ: Northtown Primary (ਜਮਾਤ 3), ਫ਼ੋਨ: 0121 496 0000।',
    'ਉਸ ਨੂੰ ਸਿੱਖਿਆ ਅਤੇ ਸਿਹਤ ਲਈ ਹਰ ਰੋਜ਼ ਮਦਦ ਚਾਹੀਦੀ ਹੈ; ਜਨਮ 14/10/2019।',
  ],
  hi: [
    'मेरे बेटे आरव शर्मा को कक्षा में निर्देश समझने में मुश्किल होती है।',
    'स्कूल: Northtown Primary (कक्षा 3), फ़ोन: 020 7946 0958।',
    'उसका जन्म १४/१०/२०१९ को हुआ; डॉक्टर ने “वाक् चिकित्सा” की सलाह दी, क्योंकि वह क्रम भूल जाता है।',
  ],
  gu: [
    'મારા દીકરા ક્રિશ પટેલને વર્ગમાં સૂચનાઓ સમજવામાં મુશ્કેલી પડે છે.',
    'શાળા: Northtown Primary (ધોરણ ૩), ફોન: 0116 496 0000.',
    'તેનો જન્મ 14/10/2019 ના રોજ થયો; તેને “શાંત જગ્યા” અને સ્ત્રી શિક્ષક જોઈએ છે.',
  ],
  ta: [
    'என் மகன் அருண் குமாருக்கு வகுப்பில் அறிவுறுத்தல்களைப் புரிந்துகொள்வது கடினம்.',
    'பள்ளி: Northtown Primary (வகுப்பு 3), தொலைபேசி: 020 7946 0958.',
    'அவன் 14/10/2019 அன்று பிறந்தான்; “அமைதியான இடம்” தேவை, பொது இடங்கள் கொஞ்சம் பயமூட்டும்.',
  ],
  ti: ['ውላደይ ዳዊት ኣብ ክፍሊ መምርሒ ክርዳእ ይጽገም፣ ብፍላይ ድምጺ ምስ ዝበዝሕ።', 'ቤት ትምህርቲ፦ Northtown Primary (3ይ ክፍሊ)፣ ስልኪ፦ 020 7946 0958።'],
  am: ['ልጄ ሳሙኤል በክፍል ውስጥ መመሪያዎችን ለመረዳት ይቸገራል።', 'ትምህርት፡ቤቱ፡ርቆ፡ነው፤ (የተወለደው 14/10/2019)።'],
  'zh-Hans': [
    '我儿子王小明在嘈杂的教室里很难听懂老师的指示。',
    '学校：Northtown Primary（三年级），电话：020 7946 0958。',
    '他出生于2019年10月14日，需要“安静的地方”；妈妈叫李玥，爸爸叫张喆。',
  ],
  'zh-Hant': ['我兒子王小明在嘈雜的教室裡很難聽懂老師的指示。', '學校：Northtown Primary（三年級），電話：0161 496 0000。', '他出生於2019年10月14日，需要「安靜的地方」；媽媽叫陳靜宜，爸爸叫張骨。'],
}

/** Words of one direction inside lines of the other. */
export const mixed: readonly string[] = [
  'Mother (فاطمة) said: "میرے بچے کو مشکل ہوتی ہے" and left.',
  'School: مدرسة النور / Northtown, since 9/2024.',
  'His name is محمد علي [Mohammed], aged 7.',
  'Grandmother speaks ਪੰਜਾਬੀ, বাংলা, हिन्दी and 中文 (a little).',
  'She says شُكْرًا, بەڵێ and Zażółć in one sentence.',
  'اسم الطفل Zofia Khan وعمره 12 سنة (الصف 7).',
  'المدرسة: Northtown/St Mary’s (NT1 2AB)، من 9/2024 إلى 7/2026.',
  'قال: "Hello, how are you?" ثم خرج [مع Alex].',
  'میری بیٹی Ayesha (عمر 9) کا ٹیسٹ 3/4 - 75% رہا۔',
]

const fromRight = ['ar', 'ur', 'fa', 'ckb']

/** A language that the portal has no words for yet: its words stay English, everything else is as it would be. */
export const wordsIn = (language: string): LanguageWords => ({ ...wordsFor('en'), language, direction: fromRight.includes(language) ? 'rtl' : 'ltr' })

import { readdirSync, readFileSync } from 'node:fs'
import { Font } from '@react-pdf/renderer'
import { describe, expect, it } from 'vitest'
import { fontFamily, loadFonts } from './fonts'
import { printableText } from './printable-text'

describe('the fonts', () => {
  it.each([
    ['English and French', 'AZaz09 “quotes” – £€ œçé'],
    ['Welsh', 'ŴŵŶŷÂâÊêÎîÔôÛûÏï'],
    ['Polish', 'ĄąĆćĘęŁłŃńÓóŚśŹźŻż'],
    ['Romanian and Turkish', 'ȘșȚțĂăĞğİıŞş'],
    ['Vietnamese', 'ẠạẢảẤấẦầẨẩẪẫẬậƠơƯưĐđ'],
    ['Greek', 'ΑΩαωάέήίόύώΐΰᾠῆ'],
    ['Russian, Ukrainian and Bulgarian', 'АЯаяЁёЇїЄєҐґЪъ'],
    ['Arabic and Urdu', 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةىپچڈڑژکگںھہےۓ،؛؟۔٠١٢٣'],
    ['Persian and Kurdish', 'پچژگکیۀۆێڕڵەڤ۰۱۲۳'],
    ['Bengali', 'অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎংঃঁ০১২৩।৳'],
    ['Punjabi', 'ੳਅੲਸਹਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜਸ਼ਖ਼ਗ਼ਜ਼ਫ਼੦੧੨੩'],
    ['Hindi', 'अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहक़ख़ग़ज़ड़ढ़फ़०१२३'],
    ['Gujarati', 'અઆઇઈઉઊઋએઐઓઔકખગઘચછજઝઞટઠડઢણતથદધનપફબભમયરલવશષસહળ૦૧૨૩'],
    ['Tamil', 'அஆஇஈஉஊஎஏஐஒஓஔகஙசஞடணதநபமயரலவழளறனஜஷஸஹ'],
    ['Tigrinya and Amharic', 'ሀለሐመሠረሰሸቀቐበቨተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ፡።፣፤፩'],
    ['Chinese, simplified and traditional', '学校孩子语言障碍學校孩子語言障礙，。、「」（）喆玥堃淼'],
  ])('have every letter of %s', async (_language, letters) => {
    const covers = await loadFonts()
    expect([...letters].filter((letter) => letter !== ' ' && !covers(letter))).toEqual([])
  })

  it.each([400, 700])('draw a letter and its accents alike, whichever part of the typeface they came from (weight %i)', async (fontWeight) => {
    await loadFonts()
    const font = Font.getFont({ fontFamily, fontWeight, fontStyle: 'normal' }).data as unknown as {
      glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number; bbox: { minX: number; maxX: number; minY: number; maxY: number } }
    }
    const glyph = (letter: string) => font.glyphForCodePoint(letter.codePointAt(0) as number)
    // Each pair is as wide; the second, from another part, reaches further up or down.
    for (const [plain, marked] of [['z', 'ż'], ['s', 'ş'], ['a', 'ạ'], ['c', 'ć'], ['Е', 'Ё']] as const) {
      expect(glyph(marked).id).not.toBe(glyph(plain).id)
      expect(glyph(marked).advanceWidth).toBe(glyph(plain).advanceWidth)
      const [one, two] = [glyph(plain).bbox, glyph(marked).bbox]
      expect(two.maxY - two.minY).toBeGreaterThan(one.maxY - one.minY)
    }
  })
})

describe('each package of fonts', () => {
  it.each(readdirSync('node_modules/@fontsource'))('may be used, changed and put into files by anybody: @fontsource/%s', (name) => {
    const { license } = JSON.parse(readFileSync(`node_modules/@fontsource/${name}/package.json`, 'utf8')) as { license: string }
    expect(license).toBe('OFL-1.1')
  })
})

describe('printable text', () => {
  const printed = async (text: string) => printableText(text, await loadFonts(), '[?]')

  it.each([
    ['plain words', 'Zażółć', { text: 'Zażółć', isWhole: true }],
    ['letters and accents apart', 'e\u0301 z\u0307', { text: 'é ż', isWhole: true }],
    ['an emoji of several parts', 'a👩‍👩‍👧‍👦b', { text: 'a[?]b', isWhole: false }],
    ['words side by side that no font has', 'สวัสดี ครับ and 안녕', { text: '[?] and [?]', isWhole: false }],
    ['one mark a line', '안\n녕', { text: '[?]\n[?]', isWhole: false }],
    ['letters of many scripts', 'بابا বাবা 爸爸 ባባ', { text: 'بابا বাবা 爸爸 ባባ', isWhole: true }],
    ['a joiner that decides how letters look', 'می\u200Cروم', { text: 'می\u200Cروم', isWhole: true }],
    ['a joiner that decides nothing', 'a\u200Cb\u200Dc \u200Cم', { text: 'abc م', isWhole: true }],
    ['marks on a letter of another script', 'ب\u09BE', { text: '[?]', isWhole: false }],
    ['half a character', 'a\uD800b', { text: 'a[?]b', isWhole: false }],
    ['controls and direction overrides', 'a\u0000b\u202Ec\u2066d\u200B', { text: 'abcd', isWhole: true }],
    ['spaces of every width', 'a\u00A0 \u2003\tb', { text: 'a b', isWhole: true }],
    ['line ends of every system', 'a\r\nb\rc\u2028d', { text: 'a\nb\nc\nd', isWhole: true }],
    ['nothing', '', { text: '', isWhole: true }],
  ])('keeps or marks %s', async (_what, text, expected) => {
    expect(await printed(text)).toEqual(expected)
  })
})

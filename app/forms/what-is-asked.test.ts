import { describe, expect, it } from 'vitest'
import { questionsOf, type Form } from '~/engine/form'
import { paperDetails } from './paper-details'
import { schoolAdvice } from './school-advice'
import { youngPersonRequest } from './young-person-request'

// What a council must be able to learn, subject by subject. A question that goes with its words leaves no other trace.
const FROM_A_YOUNG_PERSON = {
  'who I am and that I ask': 'myFirstNames myLastName myBirthDate askForAssessment preferredName formerNames sex pronouns ethnicGroup homeLanguages talkWithHelp nhsNumber uln armedForces',
  'how to reach me': 'myEmail myPhone myAddress safeToEmail safeToText safeToPhone safeToPost bestWay bestTime keepDetailsPrivate keepPrivateFrom moving movingOn movingPlaces',
  'where I learn, and learned': 'learnWhere learnName learnTown yearGroup outOfYear course going missingSince missingWhy notLearningSince notLearningWhy custodyPlace pastSchools pastSchoolName pastSchoolFrom pastSchoolUntil pastSchoolWhyLeft spokenToPlace tellPlace',
  'what I am good at, and all about me': 'goodAt likedAboutMe mattersNow mattersLater howITalk bestHelp upsetsMe calmsMe goodDay badDay people working notWorking dreams change storySoFar howISaidIt',
  'what is hard when I learn': 'talkingIsHard talkingHard learningIsHard learningHard feelingsIsHard feelingsHard sensesIsHard sensesHard onMyOwn diagnoses diagnosisName diagnosisStage diagnosisBy diagnosisOn',
  'what helps me, and what does not': 'talkingHelps learningHelps feelingsHelps sensesHelps doesNotHelp supportNow supportWhat supportWho supportHowOften supportWorks supportWorksHow moreHelp',
  'what I want': 'whyNow wantLearning wantJob wantHome wantFriends wantHealth',
  'what was asked for before': 'askedBefore askedBeforeOn askedBeforeCouncil planAssessedOn planCouncil changedSince',
  'my health': 'doctor healthConditions waitingLists medicines hospital hearing hearingDetails hearingTestOn sight sightDetails sightTestOn dailyHealth dailyHealthDetails mentalHealth allergies equipment continuingCare',
  'help at home, money, getting about': 'careHelp careWorker careWorkerContact carePlans careAtHome careAtHomeDetails housing youngCarers risks youthJustice youthJusticeDetails lookAtCare money travel safety',
  'care by a council': 'inCare inCareKind inCareBefore inCareCouncil inCareWorker reviewingOfficer virtualSchool',
  'who gets letters, in which form': 'lettersTo lettersName lettersContact formats otherFormat interpreter interpreterLanguage talk',
  'my parents, or a grown-up': 'talkToParents parentsMayKnow parentsWhyNot grownUpName grownUpContact grownUpKnows grownUpNotSafe',
  'who helps me or acts for me': 'whoAsks helpedByName helpedByRole actsForMe actsForMeOrder actsForMeUntil howIDecide wantAdvocate',
  'more time from 18': 'moreTime',
  'people who know me': 'helpers helperName helperType helperPlace helperContact helperLastSeenOn helperReport helperAsk helperWhyNot',
  'sharing': 'noticeRead doNotTell doNotTellName doNotTellWhy shareReports supporter supporterName supporterRole supporterContact supporterUntil healthRecords viewOnSharing',
  'papers and my name': 'papers papersList declarationTrue declarationName',
}

const FROM_A_SCHOOL = {
  'who writes': 'settingName settingTown writerName writerRole writerEmail writerPhone',
  'a request, or evidence': 'schoolUse requestReference replyBy askForAssessment askedBefore askedBeforeOn askedBeforeCouncil planAssessedOn planCouncil changedSince',
  'what the family was told, and thinks': 'familyTold familyToldOn familyToldHow familyAgrees familyDisagreesWhy familyNotToldWhy youngPersonContact keepDetailsPrivate keepPrivateFrom',
  'the parents': 'parents parentName parentRelationship parentResponsibility parentLivesWithChild parentMayContact parentPhone parentEmail parentAddress parentNeeds',
  'who the pupil is': 'childFirstNames childLastName childBirthDate preferredName formerNames childAddress childSex pronouns ethnicGroup homeLanguages childInterpreter nhsNumber upn uln armedForces pupilPremium pastSchools pastSchoolName pastSchoolFrom pastSchoolUntil pastSchoolWhyLeft',
  'the year, and the next phase': 'yearGroup outOfYear movesNextYear nextSetting nextSettingPlans',
  'attendance, now and before': 'onRollSince attending attendingSince learnsWhere learnsElsewhere attendanceYear attendanceTerm1 attendanceTerm2 attendanceTerm3 attendanceCodes reducedTimetable reducedSince reducedHours reducedWhy',
  'suspensions, exclusions and moves': 'exclusions exclusionKind exclusionFrom exclusionDays exclusionPlace exclusionWhy atRiskOfExclusion atRiskDetails',
  'the SEN register': 'senStatus senSince primaryNeed secondNeed diagnoses diagnosisName diagnosisStage diagnosisBy diagnosisOn',
  'funding': 'notionalSpend topUpFunding inclusionFund fundingBand',
  'attainment and progress': 'attainments attainmentFramework attainmentSubject attainmentScore attainmentOn attainmentExpected progress',
  'needs by area': ['talking', 'learning', 'feelings', 'senses'].map((area) => `${area}Hard ${area}Strengths ${area}Need ${area}Impact ${area}Evidence`).join(' ') + ' independenceStrengths independenceHard',
  'rounds of support': 'cycles cycleFrom cycleUntil cycleOutcome cycleProvision cycleWho cycleGroupSize cycleMinutes cycleWeeks cycleResult',
  'the provision map': 'provision provisionWhat provisionWho provisionOften provisionGroup provisionSince provisionLineCost provisionMap provisionCost',
  'advice had': 'adviceHad adviserType adviserName adviserOn adviserSaid adviserDone',
  'arrangements, health, behaviour': 'accessArrangements equipment medicalPlan evacuationPlan behaviour riskAssessment',
  'views, and what is needed': 'pupilViews pupilViewsHow parentsViews parentsViewsHow beyondWhat beyondWhy adultLife moreTime',
  'social care, restricted': 'socialCare socialWorker socialWorkerContact lookedAfter lookedAfterCouncil reviewingOfficer virtualSchool safety',
  'papers, the head, a name': 'papers papersList filesForFamily headAgrees headName headOn declarationTrue declarationName',
}

describe.each<[string, Form, Readonly<Record<string, string>>]>([
  ['a young person', youngPersonRequest, FROM_A_YOUNG_PERSON],
  ['a school', schoolAdvice, FROM_A_SCHOOL],
])('from %s', (_who, form, rows) => {
  it.each(Object.entries(rows))('the council can learn: %s', (_subject, needed) => {
    const asked = questionsOf(form).map(({ id }) => id)
    expect(needed.split(' ').filter((id) => !asked.includes(id))).toEqual([])
  })
})

// What can be chosen, where the list itself is the law's, the statutory return's or the register's: one that goes with its words leaves no trace either.
describe('what can be chosen', () => {
  it.each<[string, Form, string]>([
    [
      'paperKind',
      paperDetails,
      'school-report support-plan support-review provision-map attainment attendance exclusion behaviour healthcare-plan clinic-letter mental-health autism-adhd hearing-sight educational-psychologist speech-language occupational-therapy physiotherapy specialist-teacher early-years social-care early-help earlier-plan private-report child-views parent-views photo-film-sound court-order who-decides other',
    ],
    ['primaryNeed', schoolAdvice, 'SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH NSA'],
    ['attainmentFramework', schoolAdvice, 'eyfs phonics key-stage gcse engagement-model b-squared standardised teacher other'],
    ['exclusionKind', schoolAdvice, 'suspension permanent-exclusion managed-move off-site-direction alternative-provision'],
    ['learnWhere', youngPersonRequest, 'school sixth-form college training job alternative-provision home waiting nowhere custody'],
    ['inCareKind', youngPersonRequest, 'agreement interim-order full-order unsure'],
  ])('is every one of %s', (id, form, codes) => {
    const question = questionsOf(form).find((each) => each.id === id)
    expect(question?.kind.options?.(question.settings)).toEqual(codes.split(' '))
  })
})

import { all, any, is, isOneOf } from '~/engine/condition'
import { defineForm, section, type AnswersOf } from '~/engine/form'
import { askedBeforePages, assessedLately, hasPlan, remarksOnBefore } from './parent-request/asked-before'
import { always } from './parent-request/protection'
import { attainment } from './school-advice/attainment'
import { attendance } from './school-advice/attendance'
import { authorisation } from './school-advice/authorisation'
import { declaration } from './school-advice/declaration'
import { exclusions } from './school-advice/exclusions'
import { family } from './school-advice/family'
import { funding } from './school-advice/funding'
import { needs } from './school-advice/needs'
import { filesAreForFamily, papers } from './school-advice/papers'
import { adult, movesOn, overSchoolAge, phaseTransfer, usualYear, yearNineOrAbove } from './school-advice/phase-transfer'
import { detailsArePrivate } from './school-advice/protection'
import { pupil } from './school-advice/pupil'
import { request } from './school-advice/request'
import { safeguarding } from './school-advice/safeguarding'
import { sen } from './school-advice/sen'
import { support } from './school-advice/support'
import { isEvidence, isRequest } from './school-advice/use'
import { views } from './school-advice/views'
import { year } from './school-advice/year'
import { remarksOnPrivacy, somebodyNotToTell, whoeverIsNotToBeAsked } from './remarks-on-sharing'

const never = any()
const notToTell = somebodyNotToTell({ parents: whoeverIsNotToBeAsked('parentMayContact') })

/**
 * Staff of a school, nursery or college ask for an EHC needs assessment (Children and Families Act 2014 s.36(1)), or send what they know about a
 * request that somebody else made. Only the first section is required.
 */
export const schoolAdvice = defineForm(
  'school-advice',
  {
    computed: { usualYear, overSchoolAge, adult, yearNineOrAbove, phaseTransfer, detailsArePrivate, assessedLately, somebodyNotToTell: notToTell },
    needs: [
      { id: 'wayToReach', oneOf: ['writerEmail', 'writerPhone'] },
      { id: 'childName', oneOf: ['childFirstNames', 'childLastName'] },
    ],
    // Who asks, for whom, and that they ask. A letter without a birth date is a request all the same.
    essentials: ['settingName', 'childName', 'askForAssessment'],
    contact: { email: 'writerEmail', safeWhen: always },
    familyWhen: never,
    schoolWhen: isRequest,
    // The head or governing body may ask to assess again as well (s.44(2)).
    reassessmentWhen: all(isRequest, hasPlan),
    remarks: {
      ...remarksOnBefore,
      'school-asks': isRequest,
      'evidence': isEvidence,
      'phase-transfer': movesOn,
      'family-not-told': isOneOf('familyTold', ['no', 'not-safe']),
      'not-safe-to-tell': is('familyTold', 'not-safe'),
      'family-disagrees': is('familyAgrees', 'disagree'),
      ...remarksOnPrivacy,
      'custody': is('learnsWhere', 'custody'),
      'not-in-education': any(is('attending', 'not-attending'), is('learnsWhere', 'nowhere')),
    },
    named: ['preferredName', 'childFirstNames', 'childLastName'],
    evidence: {
      when: isEvidence,
      // Who writes, what parents were told, who may be in touch with whom, and what social care does.
      apart: ['request', 'family', 'safeguarding', 'authorisation', 'declaration'],
      filesWhen: filesAreForFamily,
      setting: 'settingName',
      writer: 'writerName',
      writerToo: ['writerRole', 'writerPhone'],
    },
  },
  [
    request,
    family,
    pupil,
    year,
    section('asked-before', { sees: 'advisers' }, askedBeforePages(isRequest)),
    attendance,
    exclusions,
    sen,
    needs,
    attainment,
    support,
    views,
    funding,
    safeguarding,
    papers,
    authorisation,
    declaration,
  ],
)

export type SchoolAdviceAnswers = AnswersOf<typeof schoolAdvice>

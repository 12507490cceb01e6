import type { Family } from '../family'
import { askingSchools } from './asking-schools'
import { assessing } from './assessing'
import { draft } from './draft'
import { draftPlan } from './draft-plan'
import { due } from './due'
import { ended } from './ended'
import { finalPlan } from './final-plan'
import { gatheringAdvice } from './gathering-advice'
import { late } from './late'
import { lateExcused } from './late-excused'
import { noPlan } from './no-plan'
import { onPaper } from './on-paper'
import { onTrack } from './on-track'
import { planAgreed } from './plan-agreed'
import { refused } from './refused'
import { schoolDraft } from './school-draft'
import { schoolSent } from './school-sent'
import { withdrawn } from './withdrawn'
import { youngChild } from './young-child'
import { youngDraft } from './young-draft'
import { youngPeople } from './young-people'
import { youngSent } from './young-sent'

/** Every family of the demo, from the first draft to the end; and young people and schools that ask. */
export const families: readonly Family[] = [
  draft, onPaper, onTrack, due, refused, assessing, gatheringAdvice, late, lateExcused, noPlan, planAgreed, draftPlan,
  askingSchools, finalPlan, withdrawn, ended, youngDraft, youngChild, youngSent, ...youngPeople, schoolDraft, schoolSent,
]

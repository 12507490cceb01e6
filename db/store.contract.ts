import { answersAreKept } from './contract/answers.contract'
import { filesAreKeptInPieces } from './contract/arriving.contract'
import type { OpenNew } from './contract/cast'
import { schoolsAreFound } from './contract/establishments.contract'
import { factsAreRecordedOnce } from './contract/facts.contract'
import { oldThingsAreForgotten } from './contract/housekeeping.contract'
import { peopleSignIn } from './contract/people.contract'
import { invitationsAreFollowed } from './contract/invited.contract'
import { lettersAreReceived } from './contract/received.contract'
import { schoolsAreAsked } from './contract/schools.contract'
import { filesHaveRoom } from './contract/room.contract'
import { filesAreRecorded } from './contract/uploads.contract'
import { whoSeesWhat } from './contract/who-sees-what.contract'

/** The same tests for every store: call it in a test file with how to open a new, empty one. */
export function storeContract(openNew: OpenNew): void {
  whoSeesWhat(openNew)
  answersAreKept(openNew)
  factsAreRecordedOnce(openNew)
  filesAreRecorded(openNew)
  filesAreKeptInPieces(openNew)
  filesHaveRoom(openNew)
  lettersAreReceived(openNew)
  schoolsAreFound(openNew)
  schoolsAreAsked(openNew)
  invitationsAreFollowed(openNew)
  peopleSignIn(openNew)
  oldThingsAreForgotten(openNew)
}

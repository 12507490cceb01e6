import type { Kind } from '~/engine/kind'
import { repeatKind } from '~/engine/repeat'
import { addressKind } from './address/address'
import { choiceKind } from './choice/choice'
import { choicesKind } from './choices/choices'
import { dateKind } from './date/date'
import { emailKind } from './email/email'
import { establishmentKind } from './establishment/establishment'
import { longTextKind } from './long-text/long-text'
import { nhsNumberKind } from './nhs-number/nhs-number'
import { numberKind } from './number/number'
import { phoneKind } from './phone/phone'
import { postcodeKind } from './postcode/postcode'
import { textKind } from './text/text'
import { ulnKind } from './uln/uln'
import { uncertainDateKind } from './uncertain-date/uncertain-date'
import { upnKind } from './upn/upn'
import { yearGroupKind } from './year-group/year-group'
import { yesNoKind } from './yes-no/yes-no'

export { repeat } from '~/engine/repeat'
export { address, type Address } from './address/address'
export { choice } from './choice/choice'
export { choices } from './choices/choices'
export { date } from './date/date'
export { email } from './email/email'
export { establishment, type EstablishmentAnswer } from './establishment/establishment'
export { longText } from './long-text/long-text'
export { nhsNumber } from './nhs-number/nhs-number'
export { number } from './number/number'
export { phone } from './phone/phone'
export { postcode } from './postcode/postcode'
export { text } from './text/text'
export { uln } from './uln/uln'
export { uncertainDate } from './uncertain-date/uncertain-date'
export { upn } from './upn/upn'
export { yearGroup, type YearGroup } from './year-group/year-group'
export { yesNo } from './yes-no/yes-no'

const letters = [
  textKind, longTextKind, dateKind, uncertainDateKind, choiceKind, choicesKind, yesNoKind, addressKind, phoneKind, emailKind,
  establishmentKind, numberKind, nhsNumberKind, upnKind, ulnKind, postcodeKind, yearGroupKind, repeatKind,
] as readonly Kind[]

/** Every kind of question by its name: how a question is rebuilt from plain data. */
export const kinds: ReadonlyMap<string, Kind> = new Map(letters.map((kind) => [kind.name, kind]))

import { defineForm, page, section } from '~/engine/form'
import { address, choice, choices, date, email, longText, nhsNumber, phone, postcode, text, uln, uncertainDate, upn, yearGroup, yesNo } from '~/questions'

/** 10 pages and 30 questions, as the journeys that peers were measured with. No family ever sees it. */
export const benchForm = defineForm('bench', { named: ['preferredName', 'firstNames'] }, [
  section('person', { sees: 'council' }, [
    page('names', [text('firstNames', { need: 'required' }), text('lastName', { need: 'required' }), text('preferredName')]),
    page('birth', [date('birthDate', { past: true }), choice('sex', { options: ['female', 'male'] }), yesNo('firstRequest')]),
    page('reach', [email('email'), phone('phone'), yesNo('safeToEmail')]),
    page('home', [address('home'), postcode('formerPostcode'), text('homeLanguage')]),
    page('numbers', [nhsNumber('nhsNumber'), upn('upn'), uln('uln')]),
  ]),
  section('school', { sees: 'advisers-and-school' }, [
    page('school', [text('schoolName'), yearGroup('yearGroup'), yesNo('attends')]),
    page('since', [uncertainDate('noticedOn'), uncertainDate('startedOn'), text('noticedBy')]),
    page('help', [choices('help', { options: ['talk', 'read', 'move', 'calm'] }), choice('often', { options: ['daily', 'weekly'] }), text('helper')]),
    page('story', [longText('strengths'), longText('hardThings'), longText('hopes')]),
    page('finish', [text('signedBy', { need: 'required' }), date('signedOn'), yesNo('agrees')]),
  ]),
])

/** The header in which our own pages bring the token of their form, where they send no form. */
export const FORM_TOKEN = 'X-Form-Token'

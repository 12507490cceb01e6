import leftToRight from './styles/app.scss?url'
import rightToLeft from './styles/app.rtl.scss?url'

/** The address of the style sheet for a language that is written in this direction. */
export const stylesheetFor = (direction: 'ltr' | 'rtl'): string => (direction === 'rtl' ? rightToLeft : leftToRight)

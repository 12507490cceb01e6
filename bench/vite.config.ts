import { portal } from '../vite.config'

// The portal as it is, with one form more.
export default portal('.cache/bench/build', './bench/forms.ts')

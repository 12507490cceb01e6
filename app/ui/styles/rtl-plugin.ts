import type { Plugin } from 'postcss'
import rtlcss from 'rtlcss'

/**
 * A PostCSS plugin that mirrors the style sheets named `*.rtl.scss` and leaves the others alone. govuk-frontend sets left and right by name; our
 * own rules are logical, so mirroring does not change them.
 */
export const rightToLeft = (): Plugin => ({
  postcssPlugin: 'waymark-right-to-left',
  OnceExit(root, { result, parse }) {
    if (!/\.rtl\.scss(\?|$)/.test(result.opts.from ?? '')) return
    const mirrored = parse(rtlcss.process(root.toString()))
    root.removeAll()
    root.append(mirrored)
  },
})

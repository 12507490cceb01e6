import type { LoaderFunctionArgs } from '@remix-run/node'
import { brandCss } from '~/ui/brand'

/** The council's colours, as a small style sheet of custom properties. */
export const loader = ({ context }: LoaderFunctionArgs) =>
  new Response(brandCss(context.config.brand), { headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } })

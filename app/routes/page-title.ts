import type { MetaFunction } from '@remix-run/node'

/** Every page's loader says its title. */
export const pageTitle: MetaFunction = ({ data }) => [{ title: (data as { title?: string } | undefined)?.title ?? '' }]

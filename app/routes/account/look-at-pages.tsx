import { useLoaderData } from '@remix-run/react'
import { LinkList } from '~/ui/link-list'
import type { LookView } from './look-view.server'

/** What a file looks like, page by page. */
export function LookAtPages() {
  const { heading, intro, pictures, links } = useLoaderData<LookView>()
  return (
    <>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{intro}</p>
      <LinkList links={links} />
      <ol className="govuk-list wm-pictures">
        {pictures.map(({ src, alt }) => (
          <li key={src}>
            <img src={src} alt={alt} loading="lazy" />
          </li>
        ))}
      </ol>
    </>
  )
}

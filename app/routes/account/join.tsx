import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fileName } from '~/applications/file-name'
import { InspectorFailed } from '~/applications/failures'
import { joinPhotos } from '~/applications/join-photos'
import { postedForm } from '~/context.server'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Input } from '~/ui/input'
import { pageTitle } from '../page-title'
import { actorOf, answering, seeOther, shown } from '../responses.server'
import { following } from './follow.server'
import { joinPath, joinViewOf, type JoinFault } from './join-view.server'
import { papersPath } from './papers-path'

export const meta = pageTitle

/** Photos that a family sent, to be picked and put in order. */
export async function loader(args: LoaderFunctionArgs) {
  const view = await joinViewOf(args.context, await following(args, 'read'), new URL(args.request.url).searchParams)
  return shown(view, view.fault ? 422 : 200)
}

/** Joins them into one document. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const posted = postedForm(context)
  const reference = params.reference ?? ''
  const photos = posted.getAll('photo')
  const name = fileName(posted.get('name') ?? '') || context.visit.words.text('papers:join.name')
  const actor = actorOf(context, request)
  const outcome = await answering(context, request, () =>
    joinPhotos(context.services, actor, reference, photos, `${name}.pdf`).catch((error: unknown): { readonly refused: JoinFault } => {
      if (!(error instanceof InspectorFailed)) throw error
      context.reportFault(error)
      return { refused: 'not-joined' }
    }),
  )
  return seeOther('refused' in outcome ? joinPath(reference, photos, outcome.refused) : papersPath(reference))
}

export default function JoinPage() {
  const { heading, intro, fault, path, csrf, pick, order } = useLoaderData<typeof loader>()
  const kept = order.photos.map(({ id }) => <input key={id} type="hidden" name="photo" value={id} />)
  return (
    <>
      {fault ? <ErrorSummary title={fault.title} focusOnMount errors={[{ message: fault.text, href: order.photos.length > 0 ? '#order' : '#pick' }]} /> : null}
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{intro}</p>
      {order.photos.length > 0 ? (
        <>
          <form method="get" action={path} aria-labelledby="order">
            <h2 className="govuk-heading-m" id="order" tabIndex={-1}>
              {order.heading}
            </h2>
            {kept}
            <ol className="govuk-list govuk-list--number wm-photos">
              {order.photos.map((photo, at) => (
                <li key={photo.id}>
                  <Photo {...photo} />
                  <div className="wm-papers__actions">
                    {at > 0 ? <Step name="up" photo={photo} text={order.up} /> : null}
                    {at < order.photos.length - 1 ? <Step name="down" photo={photo} text={order.down} /> : null}
                    <Step name="out" photo={photo} text={order.out} />
                  </div>
                </li>
              ))}
            </ol>
          </form>
          <form method="post" action={path} aria-label={order.button}>
            <input type="hidden" name="csrf" value={csrf} />
            {kept}
            <Input label={order.name} errorPrefix={order.errorPrefix} hint={order.nameHint} name="name" maxLength={80} />
            <Button>{order.button}</Button>
          </form>
        </>
      ) : null}
      <form method="get" action={path} aria-labelledby="pick">
        {kept}
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
            <h2 className="govuk-fieldset__heading" id="pick" tabIndex={-1}>
              {pick.heading}
            </h2>
          </legend>
          {pick.photos.length === 0 ? <p className="govuk-body">{pick.none}</p> : null}
          <ul className="govuk-list govuk-checkboxes govuk-checkboxes--small wm-photos">
            {pick.photos.map((photo) => (
              <li key={photo.id}>
                <div className="govuk-checkboxes__item">
                  <input className="govuk-checkboxes__input" type="checkbox" name="photo" value={photo.id} id={`photo-${photo.id}`} />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor={`photo-${photo.id}`}>
                    {photo.name}
                  </label>
                </div>
                <Picture {...photo} />
              </li>
            ))}
          </ul>
        </fieldset>
        {pick.photos.length > 0 ? <Button variant="secondary">{pick.button}</Button> : null}
      </form>
    </>
  )
}

interface PhotoProps {
  readonly id: string
  readonly name: string
  readonly src: string | null
  readonly alt: string
}

const Picture = ({ src, alt }: PhotoProps) => (src ? <img src={src} alt={alt} loading="lazy" /> : null)

const Photo = (photo: PhotoProps) => (
  <>
    <p className="govuk-body">{photo.name}</p>
    <Picture {...photo} />
  </>
)

const Step = ({ name, photo, text }: { name: string; photo: PhotoProps; text: string }) => (
  <Button variant="secondary" name={name} value={photo.id}>
    {text}
    <span className="govuk-visually-hidden">: {photo.name}</span>
  </Button>
)

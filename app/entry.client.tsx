import { RemixBrowser } from '@remix-run/react'
import { hydrateRoot } from 'react-dom/client'
import { ServedProvider, shellInPage } from './shell/served'

hydrateRoot(
  document,
  <ServedProvider value={{ nonce: '', shell: shellInPage() }}>
    <RemixBrowser />
  </ServedProvider>,
)

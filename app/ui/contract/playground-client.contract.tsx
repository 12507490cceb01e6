import { hydrateRoot } from 'react-dom/client'
import { Playground } from './playground.contract'

const root = document.getElementById('root')
if (root) hydrateRoot(root, <Playground />)

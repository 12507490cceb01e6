import { matchRoutes } from '@remix-run/router'
import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import routes from '~/routes'
import { routeTable } from './route-table'

const paths = routes.map(({ path }) => path)
const build = Object.fromEntries([
  ['root', { id: 'root', path: '', module: { default: () => null } }],
  ...paths.map((path, index) => [`r${index}`, { id: `r${index}`, parentId: 'root', path, module: path === 'start' ? { action: () => null } : { loader: () => null } }]),
]) as unknown as ServerBuild['routes']
const table = routeTable(build)
const byRemix = (path: string) => {
  const found = matchRoutes([{ id: 'root', path: '', children: paths.map((each, index) => (each ? { id: `r${index}`, path: each } : { id: `r${index}`, index: true as const })) }], path)
  return found?.at(-1)?.route.path || '/'
}

describe('the table of routes', () => {
  it('names the same route as Remix for every path', () => {
    const asked = paths.map((path = '') => `/${path.replaceAll(/:\w+/g, 'AB-1').replace('*', 'no/such/page')}`)
    const odd = ['/start/', '/START', '/%73tart', '/apply/x%2Fy', '/apply/parent-request/check', '/apply/a/b/c', '/applications/AB/copy.pdf', '/applications/AB/copyXpdf', '//start', '/brand.css', '/é']
    for (const path of [...asked, ...odd]) expect(table.match(path)?.pattern, path).toBe(byRemix(path))
  })

  it('knows what can be read and what can be posted', () => {
    expect(table.match('/help')?.methods).toEqual(['GET', 'HEAD'])
    expect(table.match('/start')?.methods).toEqual(['POST'])
  })
})

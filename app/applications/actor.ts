/**
 * Who is asking. Every read and write of the store takes one; what it may do is decided in permissions.ts alone.
 * - visitor: nobody signed in; holds the drafts begun in this browser
 * - person: an account holder, signed in
 * - system: another system of the council, by API key
 * - operator: whoever runs the portal's command line on the server
 */
export type Actor =
  | { readonly role: 'visitor'; readonly browser: string }
  | { readonly role: 'person'; readonly person: string; readonly browser: string }
  | { readonly role: 'system'; readonly name: string; readonly maySeeProtected: boolean }
  | { readonly role: 'operator' }

export type Role = Actor['role']

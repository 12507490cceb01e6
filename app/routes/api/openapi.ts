import type { LoaderFunctionArgs } from '@remix-run/node'
import { openApiDocument } from '~/api/openapi'
import { apiWords } from './api.server'

/** The OpenAPI 3.1 document, made from the same schemas that check what is sent and answered. Open to all: it holds no data. */
export const loader = ({ context }: LoaderFunctionArgs) =>
  Response.json(openApiDocument({ url: `${context.services.baseUrl}/api/v1`, version: '1.0.0', words: apiWords() }))

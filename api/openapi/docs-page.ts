import { createRequire } from 'node:module'
import path from 'node:path'
import { Router } from 'express'
import { compressible } from '../compress.ts'
import { docsPolicy } from '../security-headers.ts'

const assets = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const shown = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Deskbridge API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

/** A separate file, because the desk's content security policy forbids inline scripts. */
const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  tryItOutEnabled: true,
  withCredentials: true,
})
`

/** Serves the API description as JSON, and as Swagger UI. Loads nothing from other hosts. */
export function docsPage(document: object) {
  const routes = Router()
  routes.use(['/api/openapi.json', '/api/docs'], compressible, docsPolicy)
  routes.get('/api/openapi.json', (_request, response) => {
    response.json(document)
  })
  routes.get('/api/docs', (_request, response) => {
    response.type('html').send(page)
  })
  routes.get('/api/docs/start.js', (_request, response) => {
    response.type('js').send(start)
  })
  for (const file of shown)
    routes.get(`/api/docs/${file}`, (_request, response) => response.sendFile(path.join(assets, file)))
  return routes
}

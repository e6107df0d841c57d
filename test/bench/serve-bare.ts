import { createSecretKey } from 'node:crypto'
import express, { type RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { newId } from '../../core/ids.ts'
import { connectDatabase } from '../../core/open-database.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { listen } from '../../start/listen.ts'
import { answerParent, inputOfParent } from './processes.ts'

/** `document` is a ticket as the desk stores it; `indexed`: into a collection with the desk's indexes, or with none. */
export type BareInput = { databaseUri: string; jwtSecret: string; document: Ticket; indexed: boolean }
export type BareAnswer = { port: number }

/**
 * The least that could be called filing over HTTP: Express, a JWT, one insert of a document like the desk's. No
 * session, no validation, no number from a counter, nothing relayed.
 */
const { databaseUri, jwtSecret, document, indexed } = await inputOfParent<BareInput>()
const key = createSecretKey(Buffer.from(jwtSecret))
const database = await connectDatabase(databaseUri)
const collection = indexed
  ? database.tickets.collection
  : database.connection.getClient().db().collection('bare')

const signedIn: RequestHandler = (request, response, next) => {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
  response.locals.user = jwt.verify(token, key, { algorithms: ['HS256'] }).sub
  next()
}

let number = 0
const app = express()
app.use(express.json())
app.post('/tickets', signedIn, async (request, response) => {
  const ticket = { ...document, ...request.body, _id: newId(), number: ++number, createdAt: new Date() }
  await collection.insertOne(ticket)
  const { _id: id, title, description, createdAt } = ticket
  response.status(201).json({ id, number, title, description, requester: response.locals.user, createdAt })
})

const http = await listen(0)
http.serve(app)
answerParent({ port: http.port } satisfies BareAnswer)

import { createSecretKey } from 'node:crypto'
import express, { type RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { mongo } from 'mongoose'
import { listen } from '../../start/listen.ts'
import { answerParent, inputOfParent } from './processes.ts'
import { sampleTicket } from './sample-ticket.ts'

/** `documentBytes`: how large a document it should write, as BSON. */
export type BareInput = { databaseUri: string; jwtSecret: string; documentBytes: number }
export type BareAnswer = { port: number }

/**
 * The least that could be called filing over HTTP: Express, a JWT, one insert of a document as large as a ticket into
 * a collection without indexes. No session, no validation, no number, no history, nothing owed.
 */
const { databaseUri, jwtSecret, documentBytes } = await inputOfParent<BareInput>()
const key = createSecretKey(Buffer.from(jwtSecret))
const client = await new mongo.MongoClient(databaseUri, { maxPoolSize: 20 }).connect()
const collection = client.db().collection('bare')

const documentOf = (body: object, requester: unknown) => ({
  _id: new mongo.ObjectId(),
  ...body,
  requester,
  createdAt: new Date(),
})
const withoutPadding = mongo.BSON.calculateObjectSize({
  ...documentOf(sampleTicket, 'x'.repeat(24)),
  padding: '',
})
const padding = wordsOf(documentBytes - withoutPadding)

const signedIn: RequestHandler = (request, response, next) => {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
  response.locals.user = jwt.verify(token, key, { algorithms: ['HS256'] }).sub
  next()
}

const app = express()
app.use(express.json())
app.post('/tickets', signedIn, async (request, response) => {
  const document = documentOf(request.body, response.locals.user)
  await collection.insertOne({ ...document, padding })
  response.status(201).json(document)
})

const http = await listen(0)
http.serve(app)
answerParent({ port: http.port } satisfies BareAnswer)

/** Text of a length, in which nothing repeats that a database could fold away. */
function wordsOf(length: number): string {
  if (length < 0) throw new Error('A ticket is smaller than its own text: this can not be.')
  return Array.from({ length: Math.ceil(length / 7) }, (_, index) =>
    (index * 7_919 + 1_000_003).toString(36).padStart(7),
  )
    .join('')
    .slice(0, length)
}

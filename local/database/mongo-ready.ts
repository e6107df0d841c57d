import mongoose from 'mongoose'

/** The connection string of a server that listens on a Unix socket. @param socket its path, which ends in `.sock` */
export const mongoUri = (socket: string) => `mongodb://${encodeURIComponent(socket)}/`

/** @throws unless a server at `uri` answers a query soon (0.5 s to connect, 5 s to answer) */
export async function answersMongo(uri: string) {
  const client = new mongoose.mongo.MongoClient(uri, {
    serverSelectionTimeoutMS: 500,
    connectTimeoutMS: 500,
    socketTimeoutMS: 5000,
  })
  try {
    await client.connect()
    await client.db('admin').collection('readiness').findOne({})
  } finally {
    await client.close()
  }
}

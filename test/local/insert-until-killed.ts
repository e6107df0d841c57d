// Starts the database on the folder that the argument names and inserts numbers; prints each one that was acknowledged.
import mongoose from 'mongoose'
import { startDatabase } from '../../local/database/database.ts'

const database = await startDatabase({ dataFolder: process.argv[2] ?? '', report: console.log })
const client = new mongoose.mongo.MongoClient(database.uri)
const numbers = client.db('desk').collection<{ _id: number }>('numbers')
for (let number = 1; ; number++) {
  await numbers.insertOne({ _id: number })
  console.log(`kept ${number}`)
}

import { createFiles, type Files } from './files.ts'
import { createShownMails, type ShownMails } from './shown-mails.ts'

/** What has an address of its own on the playground's origin. */
export type HostedContents = { files: Files; mails: ShownMails }

/** @param folder for the contents of files that people send */
export const createHostedContents = (folder: string): HostedContents => ({
  files: createFiles(folder),
  mails: createShownMails(),
})

import { code, sentence } from '../../../core/text/sentence.ts'

/*
 * Why a message in a channel was not filed. The app tells only the person who asked for it.
 */

/** Another company's workspace may call any address confirmed, so the desk creates no accounts for its people. */
export const sharedChannel = sentence`This channel is shared with another company, so the desk files nothing from it this way. Use ${code('/ticket')} or the message’s shortcut “File a ticket”.`

export const cannotRead = sentence`The desk can’t read this conversation. Add it by ${code('/invite @deskbridge')}, then react again.`

export const messageGone = sentence`This message was deleted, so no ticket was filed. File one by ${code('/ticket')}.`

export const notEnough = sentence`No ticket was filed: this message is too short or too long for one. Use its shortcut “File a ticket”, and say more in the form.`

export const authorDeactivated = sentence`No ticket was filed: the author’s account on the support desk is deactivated.`

export const authorRefused = sentence`No ticket was filed: the message’s author is a guest or belongs to another company. This desk files nothing for them.`

export const filingFailed = sentence`No ticket was filed, because something went wrong on our side. Remove your reaction and add it again later.`

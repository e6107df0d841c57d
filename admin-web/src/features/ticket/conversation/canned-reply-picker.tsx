import { useMutation } from '@tanstack/react-query'
import { useCannedReplies } from '../../../shared/canned-replies/use-canned-replies.ts'
import { errorMessage } from '../../../shared/http/problem.ts'
import { request } from '../../../shared/http/request.ts'
import { toast } from '../../../shared/toasts/toasts.ts'

type CannedReplyPickerProps = { ticket: string; onPick: (text: string) => void }

/** Adds a canned reply to an answer, with its variables filled in for the ticket. */
export function CannedReplyPicker({ ticket, onPick }: CannedReplyPickerProps) {
  const { data: replies = [] } = useCannedReplies()
  const fill = useMutation({
    mutationFn: (id: string) => request<{ text: string }>(`/api/tickets/${ticket}/canned-replies/${id}`),
    onSuccess: ({ text }) => onPick(text),
    onError: (error) => toast('error', errorMessage(error)),
  })
  if (replies.length === 0) return null
  return (
    <select
      aria-label="Insert a canned reply"
      className="select select-sm w-full max-w-64"
      value=""
      disabled={fill.isPending}
      onChange={({ target }) => fill.mutate(target.value)}
    >
      <option value="" disabled>
        Insert a canned reply
      </option>
      {replies.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** What was typed stays, and the reply follows it. */
export const withReply = (typed: string, reply: string) =>
  typed.trim() === '' ? reply : `${typed.trimEnd()}\n\n${reply}`

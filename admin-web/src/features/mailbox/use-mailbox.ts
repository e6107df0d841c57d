import { useQuery } from '@tanstack/react-query'
import type { MailSummary } from '../../shared/http/answers.ts'
import { otherPollMs } from '../../shared/http/poll.ts'
import { isProblem } from '../../shared/http/problem.ts'
import { request } from '../../shared/http/request.ts'

/** The newest messages of the local mailbox. */
export const useMailbox = () =>
  useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => request<{ messages: MailSummary[] }>('/api/mailbox?limit=50', { signal }),
    refetchInterval: (query) => (isAbsent(query.state.error) ? false : otherPollMs),
  })

/** Whether the desk uses a mail server, so that it has no mailbox of its own. */
export const isAbsent = (error: unknown) => isProblem(error) && error.status === 404

import type { Priority, Urgency } from '../../tickets/ticket-values.ts'

type Sign = { words: RegExp; impact?: number; urgency?: number; reason: string }

/** Phrases that indicate impact (0: a wish, 3: the whole company) and urgency (0: any time, 3: now). */
const signs: Sign[] = [
  {
    words:
      /\b(?:everyone|everybody|all (?:users|staff|employees|of us|colleagues)|whole (?:company|office|team|floor|department)|company[- ]wide|entire (?:office|team|department)|nobody can|no one can|customers? (?:can.?t|cannot|are))\b/i,
    impact: 3,
    reason: 'many people are affected',
  },
  {
    words:
      /\b(?:production|prod) (?:is )?(?:down|outage|broken|offline)|\boutage\b|\bdata (?:loss|breach|leak)|\bransomware\b|\bsecurity (?:incident|breach)|\bsite is down\b/i,
    impact: 3,
    urgency: 3,
    reason: 'an outage, or data or security at risk',
  },
  {
    words: /\b(?:on fire|smoke|burning|electric shock|flood(?:ed|ing)?)\b/i,
    impact: 3,
    urgency: 3,
    reason: 'people or equipment in danger',
  },
  {
    words: /\b(?:phishing|malware|virus|hacked|stolen|lost (?:my )?(?:laptop|phone|device))\b/i,
    impact: 2,
    urgency: 3,
    reason: 'security may be at risk',
  },
  {
    words:
      /\b(?:our team|my team|several (?:people|users|colleagues)|multiple (?:people|users)|the team|department|colleagues)\b/i,
    impact: 2,
    reason: 'a team is affected',
  },
  {
    words:
      /\b(?:can.?t work|cannot work|unable to work|blocked|blocking|blocker|can.?t (?:log ?in|sign in|access|connect)|cannot (?:log ?in|sign in|access|connect)|locked out|completely (?:broken|down)|does ?n.?t (?:start|boot|turn on)|dead)\b/i,
    impact: 2,
    urgency: 2,
    reason: 'somebody can not work',
  },
  {
    words: /\b(?:urgent(?:ly)?|asap|immediately|right now|emergency|critical)\b/i,
    urgency: 3,
    reason: 'asks for help at once',
  },
  {
    words:
      /\b(?:today|in an hour|before (?:noon|tomorrow)|by (?:today|tonight|end of day)|eod|deadline|meeting in)\b/i,
    urgency: 2,
    reason: 'a deadline is near',
  },
  {
    words: /\b(?:workaround|work around|sometimes|occasionally|intermittent(?:ly)?|slow(?:ly)?)\b/i,
    impact: 1,
    urgency: 1,
    reason: 'hindered, but there is a way around',
  },
  {
    words:
      /\b(?:question|how (?:do|can|to)|would be nice|wish|suggestion|feature request|no (?:rush|hurry)|whenever you (?:can|like|have)|when you have time|low priority|nice to have)\b/i,
    impact: 0,
    urgency: 0,
    reason: 'a question or a wish',
  },
]

const saidUrgency: Record<Urgency, number> = { low: 0, normal: 1, high: 2, critical: 3 }

/** Rows: impact 0 to 3. Columns: urgency 0 to 3. The usual priority matrix of service management (ITIL). */
const matrix: Priority[][] = [
  ['low', 'low', 'low', 'medium'],
  ['low', 'medium', 'medium', 'high'],
  ['medium', 'medium', 'high', 'urgent'],
  ['medium', 'high', 'urgent', 'urgent'],
]

/**
 * Rates the priority from impact and urgency, with reasons. Considers both the text and the urgency that the employee
 * chose.
 */
export function ratePriority(text: string, chosen: Urgency): { priority: Priority; reasons: string[] } {
  const found = signs.filter((sign) => sign.words.test(text))
  const impacts = found.flatMap((sign) => sign.impact ?? [])
  const urgencies = [saidUrgency[chosen], ...found.flatMap((sign) => sign.urgency ?? [])]
  const onlyWish = found.length > 0 && found.every((sign) => sign.impact === 0)
  const impact = impacts.length > 0 ? Math.max(...impacts) : 1
  const urgency = onlyWish ? Math.min(saidUrgency[chosen], 1) : Math.max(...urgencies)
  const reasons = found.map((sign) => sign.reason)
  if (chosen !== 'normal') reasons.push(`the employee chose urgency "${chosen}"`)
  return {
    priority: matrix[impact]?.[urgency] ?? 'medium',
    reasons:
      reasons.length > 0 ? reasons.slice(0, 6) : ['nothing in the text suggests more or less than usual'],
  }
}

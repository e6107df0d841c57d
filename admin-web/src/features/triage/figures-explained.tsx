/** For admins who know no statistics: what each figure of a model says. */
export const FiguresExplained = () => (
  <details className="mt-3 text-sm">
    <summary className="cursor-pointer font-medium">What the figures mean</summary>
    <p className="mt-2">
      Each model is tried on the newest fifth of the tickets, which it has not seen. What people left there
      counts as right.
    </p>
    <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
      {meanings.map(([figure, meaning]) => (
        <div key={figure} className="contents">
          <dt className="font-medium">{figure}</dt>
          <dd className="text-muted max-sm:mb-1">{meaning}</dd>
        </div>
      ))}
    </dl>
  </details>
)

const meanings = [
  ['Tickets', 'How many resolved tickets it learned from.'],
  ['Accuracy', 'How often its category is right.'],
  ['Macro-F1', 'The same with every category counting equally, rare ones too.'],
  ['Coverage at 90%', 'The share of tickets on which it is sure enough to be right nine times in ten.'],
  ['Calibration error', 'How far its confidence is from how often it is right. Lower is better.'],
] as const

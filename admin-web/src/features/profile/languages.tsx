import { useState } from 'react'
import { languagesInWords } from '../../shared/people/languages-in-words.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { LanguagesDialog } from './languages-dialog.tsx'

/** The languages that the reader speaks, and a button to change them. For staff. */
export function Languages({ languages }: { languages: string[] }) {
  const [changing, setChanging] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="grow">
        {languages.length > 0
          ? `Speaks ${languagesInWords(languages)}`
          : 'No languages stated: counts as English'}
      </p>
      <button type="button" className="btn btn-plain btn-sm" onClick={() => setChanging(true)}>
        <Icon name="edit" className="size-4" />
        Change languages
      </button>
      {changing && <LanguagesDialog current={languages} onClose={() => setChanging(false)} />}
    </div>
  )
}

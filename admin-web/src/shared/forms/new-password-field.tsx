import type { ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

type NewPasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'autoComplete' | 'label'> & {
  label?: string
}

/** A password that somebody chooses. `hint` follows what a password needs. */
export const NewPasswordField = ({ label = 'Password', hint, ...field }: NewPasswordFieldProps) => (
  <TextField
    {...field}
    label={label}
    type="password"
    autoComplete="new-password"
    hint={['At least 10 characters.', hint].filter(Boolean).join(' ')}
  />
)

import type { ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

type CurrentPasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'autoComplete' | 'label'> & {
  label?: string
}

/** Asks for the password that the account has. */
export const CurrentPasswordField = ({ label = 'Your password', ...field }: CurrentPasswordFieldProps) => (
  <TextField {...field} label={label} type="password" autoComplete="current-password" />
)

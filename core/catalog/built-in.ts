/** The lists of a new desk. The local engine's rules use these names, even after an admin renames an entry. */
export const builtInCategories = [
  'Hardware',
  'Software',
  'Network',
  'Access',
  'Email',
  'Storage',
  'Security',
  'Development',
  'Purchase',
  'HR',
  'Other',
] as const

export type BuiltInCategory = (typeof builtInCategories)[number]

/** The category of tickets that fit no other. */
export const fallbackCategory = 'Other' satisfies BuiltInCategory

/** Tells the model what each category covers. Without it, the model guesses from the name. */
export const categoryDescriptions: Record<BuiltInCategory, string> = {
  Hardware: 'devices and peripherals: laptops, docks, screens, printers, phones',
  Software: 'applications that fail, are missing or need configuring',
  Network: 'connectivity: Wi-Fi, LAN, VPN, DNS, telephony lines',
  Access: 'accounts, passwords, permissions, onboarding and leaving',
  Email: 'mailboxes, calendars, distribution lists, spam',
  Storage: 'shared folders, quotas, backups, lost files',
  Security: 'phishing, malware, lost devices, suspicious sign-ins',
  Development: 'source code, builds, deployments, databases, servers',
  Purchase: 'buying equipment, licences or services',
  HR: 'leave, payroll, time cards, contracts',
  Other: 'none of the others',
}

export const builtInSkills = [
  'Hardware',
  'Printers',
  'Windows',
  'macOS',
  'Linux',
  'Mobile',
  'Networking',
  'VPN',
  'Wi-Fi',
  'Active Directory',
  'Single sign-on',
  'Email',
  'Office',
  'Storage',
  'Backup',
  'Databases',
  'Security',
  'Cloud',
  'CI/CD',
  'Java',
  'JavaScript',
  'Node.js',
  'React',
  'Python',
  'C++',
  'C#',
  'SAP',
  'Telephony',
  'Procurement',
  'Licences',
  'HR',
  'Payroll',
] as const

/** What tickets of a category need when nothing in them calls for a skill. Admins can change it. */
export const builtInDefaultSkills: Partial<Record<BuiltInCategory, (typeof builtInSkills)[number][]>> = {
  Hardware: ['Hardware'],
  Network: ['Networking'],
  Access: ['Active Directory'],
  Email: ['Email'],
  Storage: ['Storage'],
  Security: ['Security'],
  Purchase: ['Procurement'],
  HR: ['HR'],
}

import type { BuiltInCategory } from '../../catalog/built-in.ts'

export type KeywordRule = { words: RegExp; category?: BuiltInCategory; skills?: string[]; weight?: number }

const word = (alternatives: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu')

/**
 * Which words suggest which category and skills. Each different word counts once, and double in the title. All patterns
 * are ours: no text from a person or a model is ever used as a pattern.
 */
export const keywordRules: KeywordRule[] = [
  {
    words: word('printers?|printing|toner|paper jam|scanners?'),
    category: 'Hardware',
    skills: ['Printers'],
    weight: 2,
  },
  {
    words: word(
      'laptops?|notebooks?|monitors?|screens?|displays?|keyboards?|mouse|docks?|docking station|headsets?|webcams?|battery|charger|usb|cables?|hard drive|ssd|desktop pc|broken screen',
    ),
    category: 'Hardware',
    skills: ['Hardware'],
  },
  {
    words: word('iphones?|android|mobile phones?|tablets?|ipads?|sim cards?|smartphones?'),
    category: 'Hardware',
    skills: ['Mobile'],
  },
  {
    words: word('vpn|anyconnect|wireguard|openvpn'),
    category: 'Network',
    skills: ['VPN', 'Networking'],
    weight: 2,
  },
  {
    words: word('wi-?fi|wlan|wireless|hotspots?|ssid'),
    category: 'Network',
    skills: ['Wi-Fi', 'Networking'],
    weight: 2,
  },
  {
    words: word(
      'network|internet|ethernet|lan|dns|dhcp|ip address|firewall|proxy|routers?|switch|latency|bandwidth|packet loss|offline',
    ),
    category: 'Network',
    skills: ['Networking'],
  },
  {
    words: word('telephony|voip|desk phone|extension|call forwarding|voicemail'),
    category: 'Network',
    skills: ['Telephony'],
  },
  {
    words: word(
      'passwords?|locked out|account locked|unlock|log ?in|login|sign ?in|can.?t log|permissions?|access (?:to|rights?|denied|request)|onboarding|new (?:starter|joiner|employee)|leaver|deactivate account|role request|admin(?:istrator)? rights',
    ),
    category: 'Access',
    skills: ['Active Directory'],
  },
  {
    words: word('sso|single sign-?on|saml|okta|mfa|2fa|authenticator|two-factor'),
    category: 'Access',
    skills: ['Single sign-on'],
    weight: 2,
  },
  {
    words: word(
      'e-?mails?|mailbox(?:es)?|outlook|exchange|distribution lists?|calendars?|inbox|spam|out of office|shared mailbox',
    ),
    category: 'Email',
    skills: ['Email'],
  },
  {
    words: word(
      'shared (?:folders?|drives?|location)|network drive|quota|disk space|sharepoint|onedrive|file server|folder|storage|dropbox',
    ),
    category: 'Storage',
    skills: ['Storage'],
  },
  {
    words: word('backups?|restore|recover(?:y)? (?:of )?files?|deleted files?|lost files?'),
    category: 'Storage',
    skills: ['Backup', 'Storage'],
    weight: 2,
  },
  {
    words: word(
      'phishing|malware|virus|ransomware|suspicious|hacked|breach|stolen|lost (?:laptop|phone|device)|leak(?:ed)?|vulnerabilit(?:y|ies)',
    ),
    category: 'Security',
    skills: ['Security'],
    weight: 3,
  },
  {
    words: word(
      'build|pipeline|ci/cd|jenkins|gitlab|github|git|deploy(?:ment|s)?|repositor(?:y|ies)|merge|branch|docker|kubernetes|staging|unit tests?|stack ?trace|exception|compile[rs]?',
    ),
    category: 'Development',
    skills: ['CI/CD'],
  },
  {
    words: word('databases?|sql|mongodb|postgres(?:ql)?|mysql|oracle|queries'),
    category: 'Development',
    skills: ['Databases'],
  },
  {
    words: word('servers?|aws|azure|gcp|cloud|virtual machines?|vms?'),
    category: 'Development',
    skills: ['Cloud'],
  },
  { words: word('javascript|typescript'), category: 'Development', skills: ['JavaScript'] },
  { words: word('node\\.?js|npm'), category: 'Development', skills: ['Node.js'] },
  { words: word('react'), category: 'Development', skills: ['React'] },
  { words: word('java|maven|gradle|jvm|spring boot'), category: 'Development', skills: ['Java'] },
  { words: word('python|django|pip'), category: 'Development', skills: ['Python'] },
  { words: /(?<![\p{L}\p{N}])c\+\+/giu, category: 'Development', skills: ['C++'] },
  { words: /(?<![\p{L}\p{N}])(?:c#|\.net)/giu, category: 'Development', skills: ['C#'] },
  {
    words: word(
      'purchase|buy|order(?:ed|ing)?|invoices?|quotes?|vendor|supplier|procurement|po number|purchase order|subscription',
    ),
    category: 'Purchase',
    skills: ['Procurement'],
  },
  { words: word('licen[cs]es?|licen[cs]e key|activation'), category: 'Purchase', skills: ['Licences'] },
  {
    words: word('payroll|salary|payslips?|bonus|tax form'),
    category: 'HR',
    skills: ['Payroll', 'HR'],
    weight: 2,
  },
  {
    words: word(
      'time ?cards?|time ?sheets?|annual leave|holidays?|vacation|sick leave|parental leave|absences?|contract|benefits|human resources|hr|performance review',
    ),
    category: 'HR',
    skills: ['HR'],
  },
  { words: word('sap'), category: 'Software', skills: ['SAP'] },
  {
    words: word('excel|word|powerpoint|teams|office 365|microsoft 365|ms office|onenote'),
    category: 'Software',
    skills: ['Office'],
  },
  { words: word('windows(?: 1[01])?|blue ?screen|bsod'), category: 'Software', skills: ['Windows'] },
  { words: word('macos|macbook|mac'), category: 'Software', skills: ['macOS'] },
  { words: word('linux|ubuntu|debian'), category: 'Software', skills: ['Linux'] },
  {
    words: word(
      'install(?:ation|ed|ing)?|uninstall|software|applications?|app|programs?|update|upgrade|crash(?:es|ed|ing)?|freez(?:es|ing)|not responding|error message|browser|chrome|firefox|plugin|add-?in',
    ),
    category: 'Software',
  },
]

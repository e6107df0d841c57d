export type SampleTicket = {
  title: string
  description: string
  urgency?: 'low' | 'normal' | 'high' | 'critical'
}

/** What people of an office file, in the languages they write. */
export const sampleTickets: SampleTicket[] = [
  {
    title: 'Printer on the 3rd floor prints blank pages',
    description:
      'Since this morning every page comes out **blank**. I changed the toner, no difference.\n\n- Model: LaserJet 4350\n- Others on the floor have it too',
    urgency: 'high',
  },
  {
    title: 'VPN drops every ten minutes',
    description:
      'From home the VPN disconnects about every ten minutes. The log says `TLS handshake timed out`.',
    urgency: 'high',
  },
  {
    title: 'Cannot open the shared calendar',
    description: 'Outlook says I have no permission for the calendar “Trade fairs”. Last week it worked.',
  },
  {
    title: 'New laptop for a colleague',
    description: 'Our new colleague starts on the 1st and needs a laptop with Windows and a second monitor.',
    urgency: 'low',
  },
  {
    title: 'Suspicious mail with an invoice',
    description:
      'I got a mail from “accounting” with an attachment `invoice.pdf.exe`. I did not open it. Shall I forward it?',
    urgency: 'critical',
  },
  {
    title: 'WLAN im Lager sehr langsam',
    description:
      'Seit gestern ist das WLAN im Lager so langsam, dass die Scanner abbrechen. Betroffen sind alle drei Gates.',
    urgency: 'high',
  },
  {
    title: 'Impossible de me connecter à la messagerie',
    description:
      'Depuis le changement de mot de passe, Outlook me le redemande sans arrêt. Merci de votre aide !',
  },
  {
    title: 'パスワードを忘れました',
    description: '休暇から戻りましたが、Windowsのパスワードが思い出せません。リセットをお願いします。',
  },
  {
    title: 'No puedo imprimir desde el portátil',
    description: 'Al imprimir aparece “error 0x00000709”. Desde otro ordenador sí funciona.',
  },
  {
    title: 'Screen flickers after the update',
    description: 'After last night’s update my external screen flickers. With another cable it is the same.',
  },
  {
    title: 'Excel crashes with the budget file',
    description: 'The budget workbook closes Excel as soon as I sort the sheet *2026*. Other files are fine.',
  },
  {
    title: 'Phone line in room 4.12 is dead',
    description: 'No dial tone since Monday. The phone shows “no registration”.',
  },
  {
    title: 'Access to the payroll system',
    description:
      'I take over payroll from Greta next month and need access to the payroll system. My manager agreed.',
  },
  {
    title: 'Meeting room screen shows no picture',
    description:
      'The screen in room *Oslo* stays black when I plug in the HDMI cable. A board meeting starts at 14:00.',
    urgency: 'critical',
  },
  {
    title: 'Mailbox is full',
    description: 'I cannot send any more: “Your mailbox is full”. I have deleted what I could.',
  },
  {
    title: 'Deleted folder on the shared drive',
    description: 'Somebody deleted `S:\\Design\\2025`. Can you restore it from yesterday’s backup?',
    urgency: 'high',
  },
  {
    title: 'Scanner sends documents to the wrong address',
    description: 'Scans from the ground floor go to my predecessor’s mailbox.',
  },
  {
    title: 'Single sign-on asks for a code that never comes',
    description:
      'When I log in to the travel portal, it asks for a code from the app, but my old phone is gone.',
  },
  {
    title: 'Install Python for data analysis',
    description:
      'I need Python 3.13 with pandas for the monthly report, please. See https://docs.python.org.',
    urgency: 'low',
  },
  {
    title: 'Keyboard with sticky keys',
    description: 'Coffee. I am sorry. The keys E, R and T stick.',
    urgency: 'low',
  },
]

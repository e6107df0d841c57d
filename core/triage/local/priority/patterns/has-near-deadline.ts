const number = String.raw`(?:\d{1,3}|an?|one|two|three|five|ten|fifteen|twenty|thirty|half an|einer|zwei|drei|fünf|zehn|zwanzig|une|deux|trois|cinq|dix|una|dos|tres|cinco|diez|uma|duas|três|dez|due|tre|cinque|dieci|een|twee|drie|vijf|tien|dwie|trzy|pięć|dziesięć|kilka)`

/** “in ten minutes”, “in 2 Stunden”, “あと10分” */
const within = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:in|dans|en|dentro de|em|daqui a|tra|fra|over|za)\s+${number}\s+(?:min(?:utes?|uten?|utos|uti|ut)?|hours?|hrs?|stunden?|heures?|horas?|ore|ora|uur|godzin\p{L}*)(?![\p{L}\p{N}])`,
    String.raw`\d{1,3}\s?(?:分後|時間後|分以内|时间后|分钟后|分钟内|小时后|小时内)|あと\d{1,3}分|(?:还有|还剩)\d{1,3}分钟`,
  ].join('|'),
  'iu',
)

/** “by 16:00”, “bis 14 Uhr”, “avant 17 h”, “15時まで” */
const byTheClock = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:by|before|until|bis|vor|avant|d'ici|d’ici|antes de las|para las|até as|até às|antes das|entro le|prima delle|voor|do godz(?:iny|\.)?|do|przed)\s+\d{1,2}(?:[:.h]\d{2}|\s?(?:am|pm|a\.m|p\.m|o'clock|uhr|h|heures|horas|uur|u))(?![\p{L}\p{N}])`,
    String.raw`\d{1,2}時(?:\d{1,2}分)?(?:まで|迄)|\d{1,2}点(?:之前|前|以前)`,
  ].join('|'),
  'iu',
)

/** Whether a text says that there are only minutes or hours left. */
export const hasNearDeadline = (text: string): boolean => within.test(text) || byTheClock.test(text)

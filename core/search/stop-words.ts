const english = `
  a about above after again against all also although am an and another any are aren as at be because been before
  being below between both but by can cannot could couldn did didn do does doesn doing don down during each either
  else ever every few for from further get got had hadn has hasn have haven having he hence her here hers herself
  him himself his how however i if in into is isn it its itself just let like likely may me might mightn more most
  must mustn my myself needn neither no nor not now of off often on once only or other ought our ours ourselves out
  over own rather said same say says shall shan she should shouldn since so some such than that the their theirs them
  themselves then there these they this those through to too under until up us very was wasn we were weren what when
  where which while who whom why will with won would wouldn you your yours yourself yourselves
`

/** Words that the text indexes of MongoDB or DocumentDB leave out. A query for one of them finds nothing. */
export const stopWords: ReadonlySet<string> = new Set(english.trim().split(/\s+/))

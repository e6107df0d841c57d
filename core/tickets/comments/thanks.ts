const thanks =
  /^(?:(?:ok(?:ay)?|great|perfect|awesome|super|cool|nice|yes|it works(?: now)?|works(?: now)?|solved|fixed|all good)[\s,.!]*)*(?:(?:many |big )?thanks?(?: you| u)?(?: (?:so|very) much| a lot)?|thx|ty|cheers|merci|danke|gracias)(?:[\s,.!]*(?:everyone|all|again|for (?:your|the) (?:quick )?help|it works(?: now)?|works(?: now)?|that (?:worked|helped)|[:;]-?\)|:\w+:|👍|🙏|🎉))*[\s.!]*$/iu

/** Whether a reply only says thank you. Such a reply does not reopen a resolved ticket. */
export const isThanks = (body: string) => body.length <= 120 && thanks.test(body.trim())

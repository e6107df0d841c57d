/** A link, or a page that turned out to be fake. */
const followed =
  /fake|fals[aeo]|falsch|gefälscht|faux|fausse|fint[ao]|nepsite|nepmail|fałszyw|偽|假|clicked|clicking|opened the link|geklickt|angeklickt|cliqué|clic en|hice clic|cliquei|cliccato|geklikt|aangeklikt|kliknął|kliknęł|クリック|点了|点击|点开/iu
const typed =
  /(?:typed|entered|gave|put in|filled in|submitted|eingegeben|eingetippt|angegeben|saisi|entré|donné|introduje|escribí|puse|digitei|coloquei|inseri|informei|inserito|digitato|ingevuld|ingevoerd|opgegeven|wpisał|podał|入力|输入|填)/iu
const password =
  /password|credentials|passwort|kennwort|zugangsdaten|mot de passe|identifiants|contraseña|credenciales|senha|palavra-passe|credenziali|wachtwoord|inloggegevens|hasło|hasła|パスワード|密码/iu
/** Whoever sets a new password clicks and types, too. */
const renewed =
  /forgot|reset|new password|vergessen|zurück|neues passwort|oublié|réinitialis|olvid|restablec|nueva contraseña|esqueci|redefin|nova senha|dimenticat|reimpost|nuova password|vergeten|nieuw wachtwoord|zapomn|nowe hasło|リセット|新しいパスワード|忘|重置|新密码/iu

/** Whether somebody followed a link and typed a password there. */
export const gavePassword = (text: string): boolean =>
  followed.test(text) && typed.test(text) && password.test(text) && !renewed.test(text)

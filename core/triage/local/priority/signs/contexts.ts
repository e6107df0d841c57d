import type { ByLanguage } from './sign.ts'

/** What is prevented or planned has not happened. */
export const prevention: ByLanguage = {
  en: 'prevent prevents preventing avoid avoids avoiding against lead result planned scheduled announced simulated simulate policy former maintenance insurance',
  de: 'verhinder* vermeide* vorbeug* gegen geplant* angekündigt* simuliert* übung',
  fr: 'éviter évite évitent prévenir contre prévu* planifié* programmé* politique exercice simulation',
  es: 'evitar evita prevenir contra planificad* programad* previst* política simulacro',
  pt: 'evitar evita prevenir contra planejad* planead* programad* previst* política simulado',
  it: 'evitare evita prevenire contro pianificat* programmat* previst* policy esercitazione',
  nl: 'voorkomen voorkomt vermijden tegen gepland* aangekondigd* oefening beleid',
  pl: 'zapobiec zapobieg* uniknąć unikać przed przeciw planowan* zaplanowan* ćwiczenia',
  ja: '防止 防ぐ 防ぎ 対策 予防 計画停止 訓練',
  zh: '防止 预防 避免 计划内 演练',
}

/** People can work without these. */
export const devices: ByLanguage = {
  en: 'printer* copier scanner projector beamer lamp light lights kettle coffee machine dishwasher microwave tv television fan heater heating shredder',
  de: 'drucker kopierer scanner beamer lampe licht kaffeemaschine maschine spülmaschine mikrowelle fernseher heizung ventilator lüfter',
  fr: 'imprimante* copieur scanner projecteur vidéoprojecteur lampe lumière machine cafetière micro chauffage télé télévision',
  es: 'impresora* escáner proyector lámpara luz cafetera máquina microondas televisor calefacción',
  pt: 'impressora* scanner projetor projector lâmpada luz cafeteira máquina micro televisão aquecedor',
  it: 'stampant* scanner proiettore lampada luce macchina macchinetta microonde televisore riscaldamento',
  nl: 'printer* scanner beamer projector lamp licht koffiezetapparaat koffiemachine magnetron tv verwarming',
  pl: 'drukark* skaner rzutnik projektor lampa światło ekspres mikrofal* telewizor ogrzewanie',
  ja: 'プリンタ コピー機 スキャナ プロジェクタ 照明 コーヒー',
  zh: '打印机 复印机 扫描仪 投影 灯 咖啡机 微波炉 电视',
}

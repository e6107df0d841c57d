// Preloaded by the npm scripts: reads .env if it exists. Variables that are already set win.
import { existsSync } from 'node:fs'

if (existsSync('.env')) process.loadEnvFile('.env')

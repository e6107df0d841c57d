// In a file of its own, so that a slow phone can react between running React and running the console.
import 'react-dom/client'

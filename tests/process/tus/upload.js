// Uploads one file, or goes on with it: node upload.js ENDPOINT TOKEN CHANNEL FILE STORE [KILL_AT]
// With KILL_AT it kills itself as soon as so many bytes were sent. Says on its output what happened.
const fs = require('fs')
const path = require('path')
const { createRequire } = require('module')
const tus = createRequire(path.join(process.cwd(), 'x.js'))('tus-js-client')

const [endpoint, token, channel, file, store, killAt] = process.argv.slice(2)
let sent = 0
const upload = new tus.Upload(fs.createReadStream(file), {
  endpoint,
  chunkSize: 64 * 1024 * 1024,
  uploadSize: fs.statSync(file).size,
  retryDelays: null,
  headers: { Authorization: `Bearer ${token}` },
  metadata: { channel, filename: path.basename(file) },
  urlStorage: new tus.FileUrlStorage(store),
  fingerprint: async () => `file ${file}`,
  onAfterResponse: (request, response) => {
    console.log(request.getMethod(), response.getStatus(), response.getHeader('Upload-Offset') || '-')
  },
  onProgress: (bytes) => {
    sent = bytes
    if (killAt && bytes >= Number(killAt)) {
      fs.writeSync(1, `killed ${bytes}\n`)
      process.kill(process.pid, 'SIGKILL')
    }
  },
  onError: (error) => {
    console.log('error', error.message)
    process.exitCode = 1
  },
  onSuccess: () => console.log('done', upload.url, sent),
})
upload.findPreviousUploads().then((earlier) => {
  console.log('earlier', earlier.length)
  if (earlier.length > 0) upload.resumeFromPreviousUpload(earlier[0])
  upload.start()
})

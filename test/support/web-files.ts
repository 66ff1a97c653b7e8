/** One grey pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/** A multipart form with one part; without bytes, a form that holds a field only. */
export function form(
  bytes: Buffer | null,
  { field = 'file', filename = 'foto.png', type = 'image/png' } = {},
): { payload: Buffer; type: string } {
  const boundary = '----ventanilla-test';
  const head =
    bytes === null
      ? 'Content-Disposition: form-data; name="other"\r\n\r\nvalue'
      : `Content-Disposition: form-data; name="${field}"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\n${head}`),
    bytes ?? Buffer.alloc(0),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, type: `multipart/form-data; boundary=${boundary}` };
}

/** A JPEG of one grey block with everything a camera likes to write into it. */
export function jpegWith({ orientation = 1, little = false, scan = SCAN }: JpegParts): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif(orientation, little)),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0XMP-SECRET', 'latin1')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1')),
    segment(0xe2, Buffer.from('MPF\0index', 'latin1')),
    segment(0xed, Buffer.from('Photoshop 3.0\0IPTC-SECRET', 'latin1')),
    segment(0xfe, Buffer.from('COMMENT-SECRET', 'latin1')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0, 1, ...Array(15).fill(0), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan,
    Buffer.from([0xff, 0xd9]),
    Buffer.from('TAIL-SECRET'),
  ]);
}

interface JpegParts {
  orientation?: number;
  little?: boolean;
  scan?: Buffer;
}

/** Scan data with a stuffed byte, a restart and fill. */
const SCAN = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff]);

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function exif(orientation: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  for (const [at, tag, value] of [[10, 0x0110, 0] as const, [22, 0x0112, orientation] as const]) {
    short(tag, at);
    short(3, at + 2);
    long(1, at + 4);
    short(value, at + 8);
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS-SECRET')]);
}

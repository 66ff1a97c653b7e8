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
export function jpegWith({ orientation = 1, little = false, scan = SCAN, at }: JpegParts): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif({ orientation, little, at })),
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
  /** Where it was taken. */
  at?: { lat: number; lon: number } | undefined;
}

/** Scan data with a stuffed byte, a restart and fill. */
const SCAN = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff]);

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Exif data with its head: the device, the orientation, and the place if there is one. */
export function exif({ orientation = 1, little = false, at }: Omit<JpegParts, 'scan'>): Buffer {
  const places = at ? [0x8825] : [];
  const gpsAt = 8 + 2 + (2 + places.length) * 12 + 4;
  const tiff = Buffer.alloc(gpsAt + (at ? 2 + 4 * 12 + 4 + 2 * 24 : 0));
  const short = (value: number, offset: number) =>
    little ? tiff.writeUInt16LE(value, offset) : tiff.writeUInt16BE(value, offset);
  const long = (value: number, offset: number) =>
    little ? tiff.writeUInt32LE(value, offset) : tiff.writeUInt32BE(value, offset);
  const entry = (offset: number, tag: number, type: number, count: number): void => {
    short(tag, offset);
    short(type, offset + 2);
    long(count, offset + 4);
  };
  tiff.write(little ? 'II' : 'MM', 'latin1');
  short(42, 2);
  long(8, 4);
  short(2 + places.length, 8);
  entry(10, 0x0110, 3, 1);
  entry(22, 0x0112, 3, 1);
  short(orientation, 30);
  if (at) {
    entry(34, 0x8825, 4, 1);
    long(gpsAt, 42);
    short(4, gpsAt);
    const angles = [
      [1, at.lat, at.lat < 0 ? 'S' : 'N'],
      [3, at.lon, at.lon < 0 ? 'W' : 'E'],
    ] as const;
    for (const [i, [tag, angle, ref]] of angles.entries()) {
      const [refAt, angleAt, numbers] = [gpsAt + 2 + i * 24, gpsAt + 14 + i * 24, gpsAt + 54 + i * 24];
      entry(refAt, tag, 2, 2);
      tiff.write(ref, refAt + 8, 'latin1');
      entry(angleAt, tag + 1, 5, 3);
      long(numbers, angleAt + 8);
      const seconds = Math.round(Math.abs(angle) * 3_600 * 100);
      const parts = [Math.floor(seconds / 360_000), Math.floor(seconds / 6_000) % 60, seconds % 6_000];
      for (const [n, part] of parts.entries()) {
        long(part, numbers + n * 8);
        long(n === 2 ? 100 : 1, numbers + n * 8 + 4);
      }
    }
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS-SECRET')]);
}

/** Some browsers draw nothing at all beyond this many pixels of one side. */
const MAX_SIDE = 8000;

/** A picture as pixels, twice as fine as on screen where that is not too many. */
export async function toPng(picture: {
  svg: string;
  width: number;
  height: number;
}): Promise<Blob> {
  const { svg, width, height } = picture;
  const scale = Math.min(2, MAX_SIDE / width, MAX_SIDE / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob =>
      blob ? resolve(blob) : reject(new Error('The picture is too large')),
    ),
  );
}

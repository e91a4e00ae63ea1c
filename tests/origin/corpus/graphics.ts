import { RED, type CorpusFile } from './corpus-file.ts';
import { onePage, stream, writePdf } from './write-pdf.ts';

const BLUE_TO_RED = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 1] /C1 [1 0 0] /N 1 >>';

/** Each is red in the middle, by its own means. */
export const GRAPHICS: readonly CorpusFile[] = [
  drawing('an axial shading', shading('/ShadingType 2 /Coords [0 0 150 0] /Extend [true true]')),
  drawing('a radial shading', shading('/ShadingType 3 /Coords [150 150 150 150 150 20] /Extend [false true]')),
  drawing('a free-form mesh of triangles', {
    content: '/S sh',
    resources: '/Shading << /S 5 0 R >>',
    objects: [mesh()],
  }),
  drawing('a tiling pattern', {
    content: '/Pattern cs /P scn 0 0 300 300 re f',
    resources: '/Pattern << /P 5 0 R >>',
    objects: [
      stream(
        '1 0 0 rg 0 0 20 20 re f',
        '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20 /Resources << >> ',
      ),
    ],
  }),
  drawing('a transparency group that multiplies', {
    content: '1 0 1 rg 0 0 300 300 re f /G gs /X Do',
    resources: '/ExtGState << /G << /BM /Multiply >> >> /XObject << /X 5 0 R >>',
    objects: [
      stream(
        '1 1 0 rg 0 0 300 300 re f',
        '/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency /I true >> /Resources << >> ',
      ),
    ],
  }),
  drawing('layers, one of them off', {
    content: '/OC /On BDC 1 0 0 rg 0 0 300 300 re f EMC /OC /Off BDC 0 0 1 rg 0 0 300 300 re f EMC',
    resources: '/Properties << /On 5 0 R /Off 6 0 R >>',
    objects: ['<< /Type /OCG /Name (Shown) >>', '<< /Type /OCG /Name (Hidden) >>'],
    catalog: '/OCProperties << /OCGs [5 0 R 6 0 R] /D << /Order [5 0 R 6 0 R] /OFF [6 0 R] >> >> ',
  }),
];

function drawing(name: string, options: Parameters<typeof onePage>[0]): CorpusFile {
  return { name, colour: RED, pages: 1, make: () => writePdf(onePage(options)) };
}

function shading(entries: string): Parameters<typeof onePage>[0] {
  return {
    content: '/S sh',
    resources: `/Shading << /S << /ColorSpace /DeviceRGB ${entries} /Function ${BLUE_TO_RED} >> >>`,
  };
}

/** One red triangle with corners far outside the page: a flag, two coordinates and three colours of a byte for each. */
function mesh(): string {
  const corners = [
    [0, 0],
    [255, 0],
    [127, 255],
  ];
  const content = corners.map(([x = 0, y = 0]) => String.fromCodePoint(0, x, y, 255, 0, 0)).join('');
  const box = '-400 700 -200 900';
  return stream(
    content,
    `/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [${box} 0 1 0 1 0 1] `,
  );
}

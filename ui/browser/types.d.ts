// Shapes that the scripts share with the server and with each other; not served. They are global, so that no script
// has to import them. figures/bundle.py and ui/map/data.py make what is sent; for the live link see live/types.d.ts.

type Level = "patient" | "student" | "clinician";
type Theme = "light" | "dark";
type Lens = "all" | "people" | "contested" | "how";
/** Colours by their names in `assets/tokens.yaml`. */
type Palette = Record<string, string>;
/** x and y in px of the scene. */
type Point = [number, number];
/** What can be selected, as the map calls it: "node:ID" or "edge:ID"; empty for nothing. */
type PartId = string;
/** What a part of the map is to what is selected: "away" steps back, "" rests. */
type Role = "chosen" | "cause" | "effect" | "step" | "away" | "";
/** How a line is dashed by a lens. */
type Dash = "solid" | "dashed" | "dotted";
/** Whether the ways up and down are shown to their ends. */
type Ways = { up?: boolean; down?: boolean };
/** Parameters of the address to set; an empty value takes one out. */
type Changes = Record<string, string>;
/** The message that asks the server for changes, and its number. */
type SetMessage = { number: number; set: Changes };
type Send = (message: SetMessage) => void;
/** A phrase with a number, in its forms for one and for several. */
type Phrase = Record<"one" | "other", string>;
type Timer = ReturnType<typeof setTimeout>;

/** What Streamlit hands to a component with every run. */
interface Component<Data> {
  data: Data;
  parentElement: HTMLElement;
  setTriggerValue(name: string, value: unknown): void;
}

/** Left, top, right and bottom in px. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

// The map: what a camera shows.

type TextRole = "name" | "verb" | "zone" | "time" | "badge" | "count" | "key";
/** Measures a text of the map, in px. */
type WidthOf = (text: string, label: { size: number; role: TextRole }) => number;

/** A text of the scene; x and y are where the baseline of its first line is anchored. */
interface Label {
  role: TextRole;
  lines: string[];
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  size: number;
}

interface Thing {
  id: string;
  /** Number of the step that it belongs to, 0 for none. */
  step: number;
  x: number;
  y: number;
  half_width: number;
  half_height: number;
  label: Label;
  badge: Label | null;
}

interface Link {
  id: string;
  source: string;
  target: string;
  step: number;
  sign: number;
  line: Point[];
  tip: Point;
  /** The middle of its button. */
  press: Point;
  verb: Label;
  phase: "acute" | "sustained" | "both";
  in_whom: string;
  in_people: "all" | "some" | "none";
  /** The accounts of each arrow of the chain that it stands for. */
  accounts: string[][];
  contested: boolean;
}

/** What a camera shows at one width. `crop` is left, top, width and height of the part of the illustration under it. */
interface Scene {
  width: number;
  height: number;
  /** Files of the illustration by its state, for the light and the dark theme. */
  pictures: Record<string, [string, string]>;
  crop: [number, number, number, number] | null;
  floor: number | null;
  by_evidence: boolean;
  things: Thing[];
  links: Link[];
  times: Label[];
}

/** A moment of the story. */
interface Moment {
  id: string;
  state: string;
  close: boolean;
  things: string[];
  arrows: string[];
  title: string;
  text: string;
  seen: string;
}

interface ThingWords {
  name: string;
  text: string;
  arrows: string;
  evidence?: undefined;
}

interface LinkWords {
  name: string;
  text: string;
  evidence: string;
  arrows?: undefined;
}

interface LegendLens {
  says: string;
  marks: Record<string, string>;
}

/** Words of the legend by mark, and for each lens its sentence and its own marks. */
type LegendWords = Record<string, string> & { lenses: Record<string, LegendLens> };

type StoryWords = Record<StoryWord, string> & { start: Phrase };
type StoryWord = "label" | "back" | "next" | "play" | "pause" | "leave" | "leave_short" | "left" | "place" | "seen";

/** What a camera shows at every width, and the words of one level. */
interface Bundle {
  tokens: {
    themes: Record<Theme, Palette>;
    dim: number;
    line: { active: number };
    frame: { active: number; halo: number };
  };
  scenes: Record<string, Scene>;
  svgs: Record<string, string>;
  things: Record<string, ThingWords>;
  links: Record<string, LinkWords>;
  story: Moment[];
  text: {
    map_label: string;
    caution: string;
    hint: string;
    keys: string;
    chosen: string;
    level_changed: string;
    zoom_in: string;
    zoom_out: string;
    legend: LegendWords;
    story: StoryWords;
  };
}

/** A trace of a Plotly figure, as far as scripts change it; `customdata` holds id and kind of what it belongs to. */
interface Trace {
  uid: string;
  x: (number | null)[];
  y: (number | null)[];
  text?: string[];
  textposition?: string[];
  customdata?: [id: string, kind: "node" | "edge"][];
}

/** How the page of the accounts shows an arrow: which accounts it belongs to, its mark, and what its papers say. */
interface ArrowState {
  side: string;
  mark: string;
  in_whom: string;
  contested: boolean;
  against: number;
  turns: string[];
  says: string;
}

/** What the page of the accounts shows: arrows by id, things by id with their arrows counted, and a sentence. */
interface AccountPicture {
  arrows: Record<string, ArrowState>;
  things: Record<string, string>;
  says: string;
}

/** The data of the map in a run of the page. */
interface MapData {
  base: string;
  level: Level;
  focus: PartId;
  camera: string;
  step: number;
  moment: string | null;
  lens: Lens;
  accounts: string[];
  account: string;
  account_picture: AccountPicture | null;
  changes: Record<PartId, [string, string]> | null;
  clock: string;
  stay: Changes;
  heard: number;
  /** On the picture of a page's first bytes. */
  early?: boolean;
}

// What scripts find on the page.

/** The part of Plotly.js that is used. */
interface PlotlyModule {
  react(root: HTMLElement, data: unknown[], layout: object, config: object): Promise<unknown>;
  purge(root: HTMLElement): void;
}

interface Window {
  Plotly?: PlotlyModule;
}

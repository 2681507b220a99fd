// Shapes that the scripts share with the server and with each other; not served. They are global, so that no script
// has to import them. What is sent: figures/bundle.py, ui/map/data.py, ui/live/stops.py, live/stream.py.

type Level = "patient" | "student" | "clinician";
type Theme = "light" | "dark";
type Lens = "all" | "people" | "contested" | "how";
/** Colours by their names in `assets/tokens.yaml`. */
type Palette = Record<string, string>;
/** x and y in px of the scene. */
type Point = [number, number];
/** What can be selected, as the map calls it: "node:ID" or "edge:ID"; empty for nothing. */
type PartId = string;
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
  changes: Record<PartId, [string, string]> | null;
  clock: string;
  stay: Changes;
  heard: number;
  /** On the picture of a page's first bytes. */
  early?: boolean;
}

// The live link: rooms with a presenter.

/** Something that went wrong, by its name in `live/problems.py`; empty for nothing. */
type Trouble = string;

/** The state of a room; `boot` names the process that keeps it, and `spread` are ms over which followers may ask. */
interface RoomState {
  room: string;
  version: number;
  address: string;
  status: "open" | "paused" | "ended";
  spread: number;
  boot: string;
}

/** This tab's membership of a room. Only a driver has a token, and knows when it began and at which stop it is. */
interface Membership {
  room: string;
  role: "follower" | "window" | "driver";
  version: number;
  boot: string;
  token?: string;
  began?: number;
  stop?: number;
  wandering?: boolean;
}

/** An answer of the server about a room; status 0 means that it could not be reached. */
interface RoomAnswer {
  ok: boolean;
  status: number;
  body: Partial<RoomState> & { problem?: Trouble; token?: string; key?: string; full?: boolean };
}

/** A page as the live link knows it: `camera` is empty where it has no map. */
interface PagePlace {
  title: string;
  camera: string;
  cameras: string[];
  step: number;
  story: boolean;
  part: boolean;
}

interface Stop {
  address: string;
  title: string;
  note: string;
}

/** Words by name; `problems` are the words for each thing that may go wrong. */
type LiveWords = Record<string, string> & { problems: Record<string, string> };

/** What the live link needs of a level; `own` and `bound` are names of parameters, `lobbies` paths of its own pages. */
interface Kit {
  words: LiveWords;
  places: Record<string, PagePlace>;
  stops: Stop[];
  own: string[];
  bound: string[];
  lobbies: Partial<Record<LobbyPurpose, string>>;
}

type LobbyPurpose = "open" | "join";

interface LiveData {
  base: string;
  level: Level;
  path: string;
  lobby: LobbyPurpose | "";
  /** The address that the run was of. */
  at: string;
}

// What lies beside the scripts.

/** The part of Plotly.js that is used. */
interface PlotlyModule {
  react(root: HTMLElement, data: unknown[], layout: object, config: object): Promise<unknown>;
  purge(root: HTMLElement): void;
}

interface Window {
  Plotly?: PlotlyModule;
}

// Shapes of the live link, as ui/live/stops.py, live/routes.py and live/stream.py send them. Global and not served.

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

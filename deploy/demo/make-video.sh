#!/usr/bin/env bash
# Builds what the demo compound's cameras see and whom its gates know, from photographs of real faces:
#   STATE_DIR/gate-east.mp4, gate-west.mp4   loops of people coming to a gate and leaving (for rtsp-server.py)
#   STATE_DIR/residents/                     enrolment photos and residents.csv (name,unit,photos; photos split by ';')
#   STATE_DIR/expected.json                  who stands at which gate from when to when
# The faces come from the recordings beside the checkout where present, else from pictures in the npm packages.
# Nothing is built twice: a second call with the same sources and script returns at once.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

die() { echo "make-video: $*" >&2; exit 1; }

usage() { echo "usage: make-video.sh STATE_DIR [--data DIR | --no-data]"; }

state='' data=${GATEWAY_TEST_DATA:-$root/../shared/data} named=''
while (($#)); do
    case $1 in
        --data) [[ -n ${2:-} ]] || die "--data needs the folder of recordings"; data=$2 named=1; shift 2 ;;
        --no-data) data=; shift ;;
        -h | --help) usage; exit 0 ;;
        -*) usage >&2; die "unknown option $1" ;;
        *) [[ -z $state ]] || { usage >&2; die "one STATE_DIR only, not also '$1'"; }; state=$1; shift ;;
    esac
done
[[ -n $state ]] || { usage >&2; exit 2; }
for tool in ffmpeg awk sha256sum flock; do
    command -v "$tool" >/dev/null || die "$tool is missing: sudo apt-get install -y ffmpeg mawk coreutils util-linux"
done

# ---------------------------------------------------------------------------------------------- who is who
# A picture is "file centre-x centre-y height" of the face in the file's pixels, or "tile ROW COLUMN" of the
# grid in $grid. Enrolment and gate pictures of one person are never the same picture.
grid=$root/node_modules/@vladmandic/human/assets/screenshot-facematch.jpg
declare -A enrol=() units=() titles=([1]=示例住户甲 [2]=示例住户乙 [3]=示例住户丙)
declare -a east=() west=()

cast_recordings() {
    source=recordings
    units=([1]=1-101 [2]=2-202 [3]=3-303)
    enrol[1]="df_img33/img30.jpg df_img33/img33.jpg df_img33/img29.jpg"
    enrol[2]="df_img11/img10.jpg df_img11/img2.jpg df_img11/img6.jpg"
    enrol[3]="df_img62/img62.jpg df_img62/img16.jpg df_img62/img61.jpg"
    east=("resident 1 df_img33/img32.jpg 338 503 637" "stranger 1 NF_200050/NF_200050_002.jpg 158 215 246"
        "resident 2 df_img11/img4.jpg 379 305 388" "resident 3 df_img62/img59.jpg 667 243 255")
    west=("resident 2 df_img11/img11.jpg 293 258 363" "stranger 2 NF_200026/NF_200026_003.jpg 161 196 241"
        "resident 1 df_img33/img31.jpg 460 280 350" "resident 3 df_img62/img17.jpg 476 235 282")
}

cast_packages() {
    source=packages
    units=([1]=1-101 [2]=2-202)
    enrol[1]="tile:0:0 tile:0:8 tile:0:6"
    enrol[2]="tile:3:2"
    east=("resident 1 tile 0 1" "stranger 1 tile 5 0" "resident 2 tile 5 7" "resident 1 tile 0 10")
    west=("stranger 2 tile 5 10" "resident 1 tile 0 3" "stranger 3 tile 2 16" "resident 1 tile 0 5")
}

faces=$data/faces
if [[ -n $data && -d $faces/df_img33 && -d $faces/df_img11 && -d $faces/df_img62 && -d $faces/NF_200050 && -d $faces/NF_200026 ]]; then
    cast_recordings
elif [[ -n $named ]]; then
    die "$data/faces: the portraits are not there (--data names the folder that holds faces/)"
else
    [[ -f $grid ]] || die "$grid is missing: run npm ci in $root"
    cast_packages
fi

# ---------------------------------------------------------------------------------------------- nothing twice
inputs() {
    if [[ $source == packages ]]; then echo "$grid"; return; fi
    local photo shot
    # One entry holds several photos, split by spaces.
    # shellcheck disable=SC2068
    for photo in ${enrol[@]}; do echo "$faces/$photo"; done
    for shot in "${east[@]}" "${west[@]}"; do set -- $shot; echo "$faces/$3"; done
}

mkdir -p "$state"
exec 9>"$state/.demo-video.lock"
flock 9
stamp=$({ echo "$source"; inputs | sort -u | xargs -d '\n' cat "${BASH_SOURCE[0]}"; } | sha256sum)
if [[ -f $state/.demo-video.stamp && $(<"$state/.demo-video.stamp") == "$stamp" && -f $state/gate-east.mp4 &&
    -f $state/gate-west.mp4 && -f $state/expected.json && -f $state/residents/residents.csv ]]; then
    echo "make-video: $state is up to date"
    exit 0
fi

work=$(mktemp -d "$state/.making.XXXXXX")
trap 'rm -rf "$work"' EXIT
ff() { ffmpeg -nostdin -hide_banner -loglevel error -y "$@"; }

# ---------------------------------------------------------------------------------------------- pictures
fps=12 width=1280 height=720 stay=5.2 every=8
face_x=640 face_y=345 face_high=240 # where the face stands in the gate's picture

# layer OUT PICTURE...: a person to lay over the empty gate, the face at face_x,face_y and 240 pixels high.
layer() { if [[ $2 == tile ]]; then tile_layer "$1" "$3" "$4"; else photo_layer "$@"; fi; }

# photo_layer OUT FILE X Y HEIGHT: a photograph with its own surroundings, which fade out towards the sides; its
# colours, blurred, continue it where it ends, so that no border shows.
photo_layer() {
    local out=$1 file=$faces/$2 size k x y w h ox oy
    size=$(ffprobe -v error -select_streams v -show_entries stream=width,height -of csv=s=x:p=0 "$file")
    read -r k x y w h ox oy < <(awk -v W=$width -v H=$height -v X=$face_x -v Y=$face_y -v want=$face_high \
        -v cx="$3" -v cy="$4" -v high="$5" -v pw="${size%x*}" -v ph="${size#*x}" 'BEGIN {
        k = want / high
        l = cx - X / k; t = cy - Y / k; r = l + W / k; b = t + H / k
        L = l > 0 ? int(l) : 0; T = t > 0 ? int(t) : 0; R = r < pw ? int(r) : pw; B = b < ph ? int(b) : ph
        printf "%.4f %d %d %d %d %d %d\n", k, L, T, R - L, B - T, (L - l) * k, (T - t) * k }')
    ff -i "$file" -filter_complex "
        [0]format=yuv444p,crop=$w:$h:$x:$y,split[near][far];
        [far]scale=6:6:flags=area,scale=$width:$height:flags=bicubic,gblur=40[halo];
        [near]scale=iw*$k:ih*$k:flags=lanczos,unsharp=5:5:0.4,format=yuva444p,geq=
            lum='lum(X,Y)':cb='cb(X,Y)':cr='cr(X,Y)':a='255*min(1,min(min(X,W-1-X),min(Y,H-1-Y))/60)'[sharp];
        [halo][sharp]overlay=$ox:$oy:format=yuv444,format=gbrap,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*clip(
            (1-hypot((X-$face_x)/620,(Y-$face_y-70)/560))/0.4,0,1)'" -frames:v 1 "$out"
}

# tile_layer OUT ROW COLUMN: a tile shows a head only, so it is cut out softly and put on plain shoulders in the
# colour of its lowest lines. Tiles are 106.36 x 112.2 pixels apart; 104 x 90 of each are free of the caption below.
tile_layer() {
    local out=$1 x y
    read -r x y < <(awk -v r="$2" -v c="$3" 'BEGIN { printf "%d %d\n", 3 + 106.36 * c, 284.5 + 112.2 * r }')
    ff -i "$grid" -filter_complex "
        [0]format=yuv444p,crop=104:90:$x:$y,delogo=1:1:42:15,split[head][coat];
        [coat]crop=90:8:7:80,scale=1:1:flags=area,scale=$width:$height:flags=neighbor,format=gbrap,geq=
            r='r(X,Y)*0.55':g='g(X,Y)*0.55':b='b(X,Y)*0.58':
            a='255*clip((1.02-pow(pow(abs(X-$face_x)/340,2.4)+pow(max(0,775-Y)/330,2.4),0.4167))/0.06,0,1)'[shoulders];
        [head]scale=338:292:flags=lanczos,unsharp=5:5:0.5,format=gbrap,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':
            a='255*clip((1-pow(pow(abs(2*X/W-1)/0.9,2.8)+pow(abs(2*Y/H-1),2.8),0.357))/0.2,0,1)'[cut];
        [shoulders][cut]overlay=$((face_x - 169)):$((face_y - 156)):format=gbrp" -frames:v 1 "$out"
}

empty_gate() { # a wall with a soft light, a floor, the leaf of the gate at the side
    ff -f lavfi -i "nullsrc=s=${width}x$height,format=gbrp" -vf "geq=
        r='if(gt(Y,610),96-(Y-610)/6,158-30*hypot((X-560)/900,(Y-200)/620))-if(between(X,1040,1052),26,0)-if(gt(X,1052),14,0)':
        g='if(gt(Y,610),98-(Y-610)/6,164-30*hypot((X-560)/900,(Y-200)/620))-if(between(X,1040,1052),26,0)-if(gt(X,1052),14,0)':
        b='if(gt(Y,610),100-(Y-610)/6,166-26*hypot((X-560)/900,(Y-200)/620))-if(between(X,1040,1052),26,0)-if(gt(X,1052),14,0)',
        gblur=2" -frames:v 1 "$work/empty.png"
}

# ---------------------------------------------------------------------------------------------- gates
# gate NAME FIRST SHOT...: an empty gate; from second FIRST on one person each $every seconds, who comes
# nearer, stays with small movements, and leaves. Adds to expected.json as it goes.
gate() {
    local name=$1 first=$2 index=0 last=empty graph="[0]fps=$fps,format=gbrp[empty]" shot begin seconds
    shift 2
    seconds=$((first + every * $#))
    local -a files=(-loop 1 -framerate "$fps" -t "$seconds" -i "$work/empty.png")
    local appearances=
    for shot in "$@"; do
        set -- $shot
        begin=$((first + every * index)) index=$((index + 1))
        layer "$work/$name-$index.png" "${@:3}"
        files+=(-loop 1 -framerate "$fps" -t "$stay" -i "$work/$name-$index.png")
        graph+=";[$index]scale=eval=frame:flags=bilinear:
            w='2*trunc(640*(0.84+0.16*min(1,t/1.4)*(2-min(1,t/1.4))+0.012*sin(1.9*t)))':
            h='2*trunc(360*(0.84+0.16*min(1,t/1.4)*(2-min(1,t/1.4))+0.012*sin(1.9*t)))',
            fade=in:st=0:d=0.7:alpha=1,fade=out:st=4.5:d=0.7:alpha=1,setpts=PTS+$begin/TB[person$index];
            [$last][person$index]overlay=x='(W-w)/2+9*sin(1.3*t)':y='(H-h)/2+5*sin(2.1*t)':
            eof_action=pass:format=gbrp[with$index]"
        last=with$index
        appearances+="${appearances:+,}
        { \"person\": \"$1-$2\", \"$1\": $2, \"from\": $begin, \"to\": $(awk -v b=$begin -v s=$stay 'BEGIN { print b + s }') }"
    done
    echo "make-video: $name.mp4, $seconds s"
    ff "${files[@]}" -filter_complex "$graph;[$last]noise=alls=3:allf=t,format=yuv420p[out]" -map '[out]' \
        -r $fps -t $seconds -c:v libx264 -profile:v baseline -preset veryfast -crf 23 -g $fps -keyint_min $fps -sc_threshold 0 \
        -movflags +faststart "$work/$name.mp4"
    gates+="${gates:+,}
    \"$name\": {
      \"file\": \"$name.mp4\",
      \"seconds\": $seconds,
      \"appearances\": [$appearances
      ]
    }"
}

residents() {
    mkdir "$work/residents"
    echo name,unit,photos >"$work/residents/residents.csv"
    local resident photo number files
    for resident in $(printf '%s\n' "${!enrol[@]}" | sort -n); do
        number=0 files=
        for photo in ${enrol[$resident]}; do
            number=$((number + 1))
            local file=resident-$resident-$number.jpg
            if [[ $photo == tile:* ]]; then
                layer "$work/photo.png" ${photo//:/ }
                ff -i "$work/empty.png" -i "$work/photo.png" -filter_complex "overlay,crop=720:720:$((face_x - 360)):0" \
                    -q:v 2 "$work/residents/$file"
            else
                ff -i "$faces/$photo" -map_metadata -1 -q:v 2 "$work/residents/$file"
            fi
            files+=${files:+;}$file
        done
        echo "${titles[$resident]},${units[$resident]},$files" >>"$work/residents/residents.csv"
    done
}

echo "make-video: faces from the $source"
gates=
empty_gate
residents
gate gate-east 4 "${east[@]}"
gate gate-west 6 "${west[@]}"
printf '{\n  "source": "%s",\n  "residents": %d,\n  "gates": {%s\n  }\n}\n' "$source" "${#enrol[@]}" "$gates" >"$work/expected.json"

# The stamp goes first and comes back last: a broken-off build is built again.
rm -rf "$state/.demo-video.stamp" "$state/residents"
mv "$work/residents" "$work"/gate-*.mp4 "$work/expected.json" "$state/"
echo "$stamp" >"$state/.demo-video.stamp"
echo "make-video: ready in $state"

#!/bin/bash
# Builds what the demo compound sees: one video per gate, and the residents' enrolment photographs.
# 生成演示小区的视频（每个门一段）与住户登记照片。
#
# Usage: make-video.sh STATE_DIR [DATA_DIR]
#   STATE_DIR  receives gate-east.h264, gate-west.h264, residents/, residents.csv and SOURCES.txt. Nothing of it is to be committed.
#   DATA_DIR   recordings; default ../shared/data beside the checkout. Where absent, faces from the npm package are used.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
state=${1:?usage: make-video.sh STATE_DIR [DATA_DIR]}
data=${2:-$root/../shared/data}
sheet=$root/node_modules/@vladmandic/human/assets/screenshot-facematch.jpg
fps=15
empty_seconds=4
person_seconds=6
fade_seconds=0.6

say() { printf '[demo] %s\n' "$1"; }

for program in ffmpeg convert; do
    command -v "$program" > /dev/null || { say "缺少 $program / missing: $program (apt-get install ffmpeg imagemagick)"; exit 1; }
done

if [ -d "$data/faces/df_img11" ]; then source_kind=data; elif [ -f "$sheet" ]; then source_kind=sheet; else
    say "没有可用的人脸图片 / no pictures of faces: neither $data/faces nor $sheet. Run npm ci first."
    exit 1
fi

stamp="$source_kind $(sha256sum "$here/make-video.sh" | cut -c1-64)"
if [ -f "$state/.made" ] && [ "$(cat "$state/.made")" = "$stamp" ]; then
    say "演示视频已就绪 / the demo video is ready"
    exit 0
fi

mkdir -p "$state"
rm -rf "$state/residents" "$state/.made"
mkdir -p "$state/residents"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# face NAME: writes $work/NAME.png. NAME is a path below the recordings, or ROW-COLUMN of the sheet of crops.
face() {
    local out="$work/${1//\//_}.png"
    [ -f "$out" ] && return
    if [ "$source_kind" = data ]; then
        convert "$data/faces/$1" -auto-orient "$out"
    else
        # The sheet: 18 columns 106.5 px apart from x 3, rows 112.6 px apart from y 284, cells of 105 px with lettering above and below.
        local x y
        x=$(awk -v c="${1#*-}" 'BEGIN { printf "%d", 3 + c * 106.5 + 0.5 }')
        y=$(awk -v r="${1%-*}" 'BEGIN { printf "%d", 284 + r * 112.6 + 0.5 }')
        convert "$sheet" -crop "104x104+$x+$y" +repage "$work/cell.png"
        ffmpeg -nostdin -v error -y -i "$work/cell.png" \
            -vf "delogo=x=1:y=1:w=52:h=14,delogo=x=1:y=92:w=102:h=11,scale=832:832:flags=lanczos,unsharp=5:5:0.6" "$out"
    fi
}

# scene NAME: a gate's view of that person, 1600 x 900: the photograph fills the height and its edges run out to both sides, so
# that there is no paper border.
scene() {
    local name="${1//\//_}" width
    face "$1"
    [ -f "$work/$name.scene.png" ] && return
    convert "$work/$name.png" -resize x900 "$work/person.png"
    width=$(identify -format %w "$work/person.png")
    local left=$(((1600 - width) / 2))
    convert "$work/person.png" -virtual-pixel edge -set option:distort:viewport "1600x900$(printf '%+d' $((-left)))+0" -filter point \
        -distort SRT 0 +repage -resize 10% -blur 0x3 -resize 1600x900! "$work/around.png"
    convert -size "${width}x900" xc:black -fill white -draw "rectangle 45,-200 $((width - 46)),1100" -virtual-pixel edge -blur 0x18 "$work/mask.png"
    convert "$work/person.png" "$work/mask.png" -alpha off -compose CopyOpacity -composite "$work/cutout.png"
    convert "$work/around.png" "$work/cutout.png" -gravity center -compose Over -composite -crop 1600x900+0+0 +repage "$work/$name.scene.png"
}

# gate NAME PERSON...: an empty entrance, a person coming nearer and leaving, the empty entrance, the next person.
gate() {
    local name=$1 filter="" last="" offset=0 index=0 person
    local inputs=()
    shift
    say "生成 $name 的视频 / making the video of $name"
    inputs+=(-f lavfi -i "gradients=size=1280x720:rate=$fps:c0=0x6f7478:c1=0x9aa0a0:x0=0:y0=0:x1=1279:y1=719:nb_colors=2:speed=0.00001")
    local empties=$(($# + 1)) people=$#
    filter="[0:v]format=yuv420p,trim=duration=$empty_seconds,setpts=PTS-STARTPTS,split=$empties"
    for ((index = 0; index < empties; index++)); do filter+="[e$index]"; done
    index=0
    for person in "$@"; do
        scene "$person"
        inputs+=(-i "$work/${person//\//_}.scene.png")
        filter+=";[$((index + 1)):v]zoompan=z='1.04+0.16*min(1,on/45)+0.004*sin(on/7)':x='(iw-iw/zoom)/2+14*sin(on/11)':y='(ih-ih/zoom)*0.35+6*sin(on/8)'"
        filter+=":d=$((person_seconds * fps)):s=1280x720:fps=$fps,format=yuv420p,setpts=PTS-STARTPTS[p$index]"
        index=$((index + 1))
    done
    last="e0"
    for ((index = 0; index < people; index++)); do
        offset=$(awk -v i="$index" -v e="$empty_seconds" -v p="$person_seconds" -v f="$fade_seconds" 'BEGIN { print i * (e + p - 2 * f) + e - f }')
        filter+=";[$last][p$index]xfade=transition=fade:duration=$fade_seconds:offset=$offset[a$index]"
        offset=$(awk -v o="$offset" -v p="$person_seconds" -v f="$fade_seconds" 'BEGIN { print o + p - f }')
        filter+=";[a$index][e$((index + 1))]xfade=transition=fade:duration=$fade_seconds:offset=$offset[b$index]"
        last="b$index"
    done
    ffmpeg -nostdin -v error -y "${inputs[@]}" -filter_complex "$filter;[$last]noise=alls=2:allf=t,format=yuv420p[out]" -map "[out]" -r $fps \
        -c:v libx264 -preset ultrafast -tune zerolatency -crf 25 -g $fps -bf 0 -x264-params aud=1:repeat-headers=1 -f h264 "$state/$name.h264.part"
    mv "$state/$name.h264.part" "$state/$name.h264"
}

# resident ID NAME UNIT PHOTO...
resident() {
    local id=$1 name=$2 unit=$3 index=0 list="" photo
    shift 3
    for photo in "$@"; do
        index=$((index + 1))
        face "$photo"
        convert "$work/${photo//\//_}.png" -resize '1280x1280>' -quality 92 "$state/residents/${id}_$index.jpg"
        list+="${list:+;}residents/${id}_$index.jpg"
    done
    printf '%s,%s,%s\n' "$name" "$unit" "$list" >> "$state/residents.csv"
}

printf 'name,unit,photos\n' > "$state/residents.csv"
if [ "$source_kind" = data ]; then
    resident resident-a "示例住户甲 / Demo Resident A" "1-101" df_img11/img10.jpg df_img11/img2.jpg
    resident resident-b "示例住户乙 / Demo Resident B" "1-202" df_img33/img29.jpg df_img33/img33.jpg
    resident resident-c "示例住户丙 / Demo Resident C" "2-303" df_img62/img62.jpg df_img62/img16.jpg
    gate gate-east df_img11/img11.jpg NF_200050/NF_200050_002.jpg df_img33/img32.jpg
    gate gate-west df_img62/img61.jpg df_img41/img39.jpg df_img11/img7.jpg
    cp "$data/LICENSES.txt" "$state/SOURCES.txt"
else
    resident resident-a "示例住户甲 / Demo Resident A" "1-101" 0-3 0-5 0-0
    gate gate-east 0-1 3-2 0-4
    gate gate-west 0-11 4-8 0-15
    printf 'Faces: @vladmandic/human, MIT licence, assets/screenshot-facematch.jpg\n' > "$state/SOURCES.txt"
fi
printf '%s' "$stamp" > "$state/.made"
say "完成 / done: $state"

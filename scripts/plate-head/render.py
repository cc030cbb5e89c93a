"""Rendered number plates with their text, for training: own stroke glyphs, Noto Sans CJK for Chinese characters, seeded degradation."""
import cv2, numpy as np, functools
from PIL import Image, ImageDraw, ImageFont
PROV="京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
PLACES="ABCDEFGHJKLMNOPQRSTUVWXYZ"; DIG="0123456789"; SER="0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
SPEC="警学挂港澳使领"
def arc(cx,cy,rx,ry,a,b,n=14):
    t=np.radians(np.linspace(a,b,n)); return [(cx+rx*np.cos(x),cy+ry*np.sin(x)) for x in t]
L,R,T,B,C=5.,40.,5.,85.,22.5
def glyph(c,g):
    u=lambda a,b: g.uniform(a,b)
    r=u(14,19)             # corner height of round letters
    top=lambda: arc(C,T+r,17.5,r,180,360); bot=lambda: arc(C,B-r,17.5,r,0,180)
    if c in "0O": s=top()+bot(); return [s+[s[0]]]
    if c=="Q": s=top()+bot(); return [s+[s[0]],[(u(20,26),u(60,66)),(u(37,42),u(84,88))]]
    if c=="C": return [[(R,T+u(20,26))]+arc(C,T+r,17.5,r,360,180)+arc(C,B-r,17.5,r,180,0)+[(R,B-u(20,26))]]
    if c=="G": y=u(44,50); return [[(R,T+u(19,25))]+arc(C,T+r,17.5,r,360,180)+arc(C,B-r,17.5,r,180,0)+[(R,y),(u(22,27),y)]]
    if c=="D": q=u(10,17); return [[(L+1,T),(R-q,T)]+arc(R-q,T+q*1.2,q,q*1.2,270,360)+arc(R-q,B-q*1.2,q,q*1.2,0,90)+[(L+1,B),(L+1,T)]]
    if c=="1": x=u(22,27); return [[(x,B),(x,T)]+([(x-u(5,10),T+u(5,12))] if g.random()<.75 else [])]
    if c=="I": return [[(C,T),(C,B)]]
    if c=="2": k=u(15,45); return [arc(C,T+r+2,17,r+2,190,360+k)+[(L,B),(R,B)]]
    if c=="3":
        m=u(41,45)
        if g.random()<.12: return [[(L+1,T),(R-2,T),(19,m-5)]+arc(C-2,64,19,B-64,285,520)]
        h=(m-T)/2; return [arc(C-1,T+h,16,h,195,445)+[(18,m)]+arc(C-.5,(m+B)/2,18,(B-m)/2,280,525)]
    if c=="4": y=u(60,67); x=u(29,33); return [[(u(24,29),T),(L,y),(R,y)],[(x,u(42,48)),(x,B)]]
    if c=="5": y=u(38,43); return [[(R-2,T),(9,T),(7,y)]+arc(C-1,60,18.5,25,218,505)]
    if c in "69":
        y=u(60,64); s=[(u(25,30),T),(u(8,11),y-12)]; s+=arc(C,y,17.5,B-y,180+u(10,25),180-345)
        q=[s]
        if c=="9": q=[[(45-x,90-yy) for x,yy in s]]
        return q
    if c=="7": return [[(L,T),(R,T),(u(16,20),u(45,55)),(u(15,19),B)] if g.random()<.5 else [(L,T),(R,T),(u(15,19),B)]]
    if c=="8":
        m=u(41,45); a=arc(C,(T+m)/2,u(14,16.5),(m-T)/2,90,450); b=arc(C,(m+B)/2,17.5,(B-m)/2,-90,270); return [a,b]
    if c=="A": y=u(58,65); f=(y-T)/(B-T); return [[(4,B),(C,T),(41,B)],[(C-18*f,y),(C+18*f,y)]]
    if c=="B": m=u(41,45);q=u(12,15); return [[(6,T),(R-4-q,T)]+arc(R-4-q,(T+m)/2,q,(m-T)/2,270,450)+[(6,m)],[(6,m),(R-q,m)]+arc(R-q,(m+B)/2,q,(B-m)/2,270,450)+[(6,B),(6,T)]]
    if c=="E": m=u(41,45); return [[(R-1,T),(7,T),(7,B),(R,B)],[(7,m),(R-u(2,6),m)]]
    if c=="F": m=u(41,47); return [[(R,T),(7,T),(7,B)],[(7,m),(R-u(2,7),m)]]
    if c=="H": m=u(41,46); return [[(6,T),(6,B)],[(39,T),(39,B)],[(6,m),(39,m)]]
    if c=="J": x=u(30,38); return [[(x,T)]+arc((x+6)/2,B-r,(x-6)/2,r,0,u(150,185))]
    if c=="K": return [[(6,T),(6,B)],[(38,T),(6,u(50,58))],[(u(15,20),u(38,46)),(40,B)]]
    if c=="L": return [[(7,T),(7,B),(R,B)]]
    if c=="M": y=u(50,72); return [[(5,B),(5,T),(C,y),(40,T),(40,B)]]
    if c=="N": return [[(6,B),(6,T),(39,B),(39,T)]]
    if c=="P": m=u(44,52);q=u(13,17); return [[(6,B),(6,T),(R-q,T)]+arc(R-q,(T+m)/2,q,(m-T)/2,270,450)+[(6,m)]]
    if c=="R": m=u(43,49);q=u(13,17); return [[(6,B),(6,T),(R-q,T)]+arc(R-q,(T+m)/2,q,(m-T)/2,270,450)+[(6,m)],[(u(18,25),m),(40,B)]]
    if c=="S": m=u(42,46); return [[(R-1,T+u(16,22))]+arc(C,T+r,16.5,r,350,190)+[(L+2,32),(C-4,m-2),(C+6,m+3),(R-2,57)]+arc(C,B-r,17.5,r,-10,170)+[(L,B-u(16,22))]]
    if c=="T": return [[(4,T),(41,T)],[(C,T),(C,B)]]
    if c=="U": return [[(L+1,T)]+bot()[::-1]+[(R-1,T)]]
    if c=="V": return [[(4,T),(C,B),(41,T)]]
    if c=="W": y=u(20,40); return [[(2,T),(11.5,B),(C,y),(33.5,B),(43,T)]]
    if c=="X": return [[(4,T),(41,B)],[(41,T),(4,B)]]
    if c=="Y": y=u(42,50); return [[(4,T),(C,y),(41,T)],[(C,y),(C,B)]]
    if c=="Z": return [[(5,T),(39,T),(5,B),(40,B)]]
    raise KeyError(c)
@functools.lru_cache(None)
def cjk(c,weight):
    f=ImageFont.truetype('/usr/share/fonts/opentype/noto/NotoSansCJK-%s.ttc'%weight,160,index=2)
    im=Image.new('L',(240,240)); ImageDraw.Draw(im).text((30,10),c,font=f,fill=255)
    b=im.getbbox(); return np.array(im.crop(b))
def draw_char(mask,c,x,y,w,h,stroke,S,g):
    """mask: uint8 canvas at S px/mm; x,y,w,h in mm"""
    if ord(c)>127:
        m=cjk(c,['Bold','Regular'][g.integers(2)]); x0,y0,x1,y1=[int(round(v*S)) for v in (x,y,x+w,y+h)]
        m=cv2.resize(m,(x1-x0,y1-y0),interpolation=cv2.INTER_AREA); d=mask[y0:y1,x0:x1]; np.maximum(d,m,out=d); return
    for s in glyph(c,g):
        p=np.array([[(x+px*w/45)*S,(y+py*h/90)*S] for px,py in s]); cv2.polylines(mask,[np.round(p*16).astype(np.int32)],False,255,max(1,int(round(stroke*S))),cv2.LINE_AA,4)
GROUND={'blue':(150,60,20),'yellow':(20,170,225),'green':(110,190,90),'white':(225,225,225),'black':(30,30,30)}
def number(g):
    k=g.random(); p=PROV[g.integers(len(PROV))]; pl=PLACES[g.integers(25)] if g.random()<.6 else "ABCDEFGHJK"[g.integers(10)]
    ser=lambda n: ''.join((SER[g.integers(34)] if g.random()<.62 else DIG[g.integers(10)]) for _ in range(n))
    dg=lambda n: ''.join(DIG[g.integers(10)] for _ in range(n))
    if g.random()<.12:   # doubled characters are where CTC errs
        c=SER[g.integers(34)]; n=g.integers(2,6); s=list(ser(5)); i=g.integers(0,6-n); s[i:i+n]=[c]*n; s=''.join(s)
    else: s=ser(5)
    if k<.72: return p+pl+s,'blue'
    if k<.78: return p+pl+s,'yellow'
    if k<.90: return p+pl+"DFABCEGHJK"[min(9,int(g.exponential(2.5)))]+ser(1)+dg(4),'green'
    if k<.92: return p+pl+dg(5)+"DFABCEGHJK"[g.integers(10)],'green'
    if k<.94: return p+pl+ser(4)+'警','white'
    if k<.96: return p+pl+ser(4)+'学','yellow'
    if k<.97: return p+pl+ser(4)+'挂','yellow'
    if k<.985: return '粤Z'+ser(4)+'港澳'[g.integers(2)],'black'
    return p+pl+ser(4)+'领使'[g.integers(2)],'black'
def plate(text,colour,g):
    S=1.6; n=len(text); W=480 if n==8 else 440; H=140
    h=90*g.uniform(.94,1.05); w=(45 if n==7 else 43)*g.uniform(.92,1.06); y=(H-h)/2+g.uniform(-2,2)
    mask=np.zeros((int(H*S),int(W*S)),np.uint8); stroke=g.uniform(7.5,12.5)
    if n==7: xs=[15.5,72.5]+[151.5+57*i for i in range(5)]; dot=134
    else: xs=[15.5,71]+[139+54*i for i in range(6)]; dot=None
    for c,x in zip(text,xs): draw_char(mask,c,x+g.uniform(-1.5,1.5),y,w,h,stroke,S,g)
    if dot and g.random()<.93: cv2.circle(mask,(int(dot*S),int(70*S)),int(g.uniform(3.5,6.5)*S),255,-1,cv2.LINE_AA)
    if g.random()<.7: cv2.rectangle(mask,(int(4*S),int(4*S)),(int((W-4)*S),int((H-4)*S)),int(g.uniform(60,255)),int(round(g.uniform(1.,3)*S)),cv2.LINE_AA)
    base=np.array(GROUND[colour],np.float32); hsv=cv2.cvtColor(base.clip(0,255).astype(np.uint8).reshape(1,1,3),cv2.COLOR_BGR2HSV)[0,0].astype(float)
    hsv+=[g.normal(0,5),g.normal(0,25),g.normal(0,25)]; base=cv2.cvtColor(np.array([[[hsv[0]%180,*hsv[1:].clip(0,255)]]],np.uint8),cv2.COLOR_HSV2BGR)[0,0].astype(np.float32)
    ink={'blue':240.,'black':235.,'yellow':25.,'green':25.,'white':30.}[colour]; ink=np.full(3,ink,np.float32)+g.normal(0,12,3).astype(np.float32)
    if colour=='white' and g.random()<.5: pass
    a=mask[...,None].astype(np.float32)/255; bg=np.broadcast_to(base,mask.shape+(3,)).copy()
    if colour=='green': bg+=(np.linspace(70,-30,mask.shape[0],dtype=np.float32)[:,None,None])
    for _ in range(g.integers(0,3)):  # uneven light
        bx,by=g.uniform(0,W*S),g.uniform(0,H*S); yy,xx=np.mgrid[:mask.shape[0]:8,:mask.shape[1]:8]
        k=np.exp(-(((xx-bx)/(g.uniform(80,300)*S))**2+((yy-by)/(g.uniform(40,150)*S))**2)).astype(np.float32); k=cv2.resize(k,(mask.shape[1],mask.shape[0]))[...,None]
        bg+=k*g.uniform(-60,90)
    im=bg*(1-a)+ink*a
    for _ in range(4):   # screws
        if g.random()<.6:
            cx=(110 if g.random()<.5 else W-110)+g.uniform(-6,6); cy=(12 if g.random()<.6 else H-12)+g.uniform(-4,4); v=g.uniform(40,230)
            cv2.circle(im,(int(cx*S),int(cy*S)),int(g.uniform(4,8)*S),(v,v,v),-1,cv2.LINE_AA)
    if g.random()<.15: # dirt
        for _ in range(g.integers(1,6)):
            cv2.ellipse(im,(int(g.uniform(0,W)*S),int(g.uniform(0,H)*S)),(int(g.uniform(3,25)*S),int(g.uniform(2,8)*S)),g.uniform(0,180),0,360,(base*g.uniform(.5,1.3)).tolist(),-1,cv2.LINE_AA)
    return im
def scene(text,colour,g,loose=None):
    """the plate cut out as detectors do, at a camera's resolution: BGR uint8, plus the plate's corners"""
    im=plate(text,colour,g); H,W=im.shape[:2]
    ow=int(np.exp(g.uniform(np.log(62),np.log(220)))); 
    oh=ow*g.uniform(.22,.40)
    # corners: perspective of a plate seen from the side
    tilt=g.normal(0,.085); shear=g.normal(0,.16); q=np.array([[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],np.float32)
    px=np.stack([q[:,0]*ow+q[:,1]*oh*shear,q[:,1]*oh+q[:,0]*ow*tilt],1); px+=g.normal(0,.025,(4,2))*[ow,oh]*[.5,1.6]
    mode=g.random() if loose is None else loose
    ss=3  # supersample
    if mode<.55:  # axis-parallel box around the quad, as crops are cut
        x0,y0=px.min(0); x1,y1=px.max(0)
        m=g.uniform(-.03,.06); n=g.uniform(-.08,.15); x0-=m*ow;x1+=m*ow;y0-=n*oh;y1+=n*oh
        w,h=max(24,int(x1-x0)),max(8,int(y1-y0)); D=(px-[x0,y0])
    else:         # straightened: small remaining errors
        w,h=ow,int(oh); m=g.uniform(-.02,.06); n=g.uniform(-.06,.2)
        D=np.array([[m*w,n*h],[w-m*w,n*h],[w-m*w,h-n*h],[m*w,h-n*h]])+g.normal(0,.03,(4,2))*[w*.4,h]
    src=np.array([[0,0],[W,0],[W,H],[0,H]],np.float32); M=cv2.getPerspectiveTransform(src,(D*ss).astype(np.float32))
    # surroundings
    bgc=g.uniform(10,200)+g.normal(0,12,3); bg=np.full((h*ss,w*ss,3),bgc,np.float32)
    for _ in range(g.integers(0,5)):
        y=g.uniform(-.1,1.1)*h*ss; cv2.line(bg,(0,int(y)),(w*ss,int(y+g.normal(0,.15)*h*ss)),(np.full(3,g.uniform(0,255))+g.normal(0,15,3)).tolist(),int(g.uniform(1,6)*ss),cv2.LINE_AA)
    out=cv2.warpPerspective(im.astype(np.float32),M,(w*ss,h*ss),dst=bg,flags=cv2.INTER_AREA,borderMode=cv2.BORDER_TRANSPARENT)
    if g.random()<.25: # motion
        k=int(g.uniform(2,max(3,.035*w))*ss); a=g.uniform(-.3,.3) if g.random()<.7 else g.uniform(0,3.14); K=np.zeros((2*k+1,2*k+1),np.float32)
        cv2.line(K,(int(k-k*np.cos(a)/1),int(k-k*np.sin(a))),(int(k+k*np.cos(a)),int(k+k*np.sin(a))),1.,1); K/=K.sum(); 
        K=cv2.resize(K,(k|1,k|1),interpolation=cv2.INTER_AREA); K/=K.sum(); out=cv2.filter2D(out,-1,K)
    if g.random()<.75: out=cv2.GaussianBlur(out,(0,0),ss*abs(g.normal(.35,.55))+.3)
    out=cv2.resize(out,(w,h),interpolation=cv2.INTER_AREA)
    gain=np.exp(g.normal(-.1,.4)); out=(out-out.mean()*(1-min(1,g.uniform(.25,1.4))))*gain if g.random()<.5 else out*gain
    if g.random()<.25: out=out*np.exp(g.normal(0,.15,3))   # white balance
    out=out+g.normal(0,abs(g.normal(0,7)),out.shape)
    if g.random()<.2:  # over-sharpened cameras
        b=cv2.GaussianBlur(out.astype(np.float32),(0,0),1.2); k=g.uniform(.5,2); out=out*(1+k)-b*k
    out=out.clip(0,255).astype(np.uint8)
    if g.random()<.6 : out=cv2.imdecode(cv2.imencode('.jpg',out,[1,int(g.uniform(35,95))])[1],1)
    return out
def sample(g):
    t,c=number(g); return scene(t,c,g),t,c
if __name__=='__main__':
    import sys
    seed,count,out=int(sys.argv[1]),int(sys.argv[2]),sys.argv[3]
    g=np.random.default_rng(seed); texts=[]
    with open(out+'.bgr','wb') as file:
        for _ in range(count):
            x,t,_=sample(g); texts.append(t)
            file.write(cv2.resize(x,(160,48),interpolation=cv2.INTER_AREA if x.shape[1]>160 else cv2.INTER_LINEAR).tobytes())
    open(out+'.txt','w',encoding='utf-8').write('\n'.join(texts))

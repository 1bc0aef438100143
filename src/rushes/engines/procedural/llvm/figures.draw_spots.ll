; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 7b0a50dc3bb658630cd13763542c82b7
; entry figures.draw_spots.0(float64:2:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float32:2:C) -> none
define void @figures.draw_spots.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 224
  %8 = load double, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 232
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 240
  %12 = load double, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 248
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 256
  %16 = load double, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 264
  %18 = load double, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 272
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 280
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 288
  %24 = load double, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 296
  %26 = load ptr, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 304
  %28 = load i64, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 312
  %30 = load i64, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 320
  %32 = load i64, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 352
  %34 = load ptr, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 368
  %36 = load i64, ptr %35, align 8
  %37 = icmp slt i64 %4, 1
  br i1 %37, label %280, label %38
38:
  %39 = getelementptr i8, ptr %0, i64 360
  %40 = load i64, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 192
  %42 = load double, ptr %41, align 8
  %43 = tail call i64 @llvm.smin.i64(i64 %30, i64 %28)
  %44 = sitofp i64 %43 to double
  %45 = sitofp i64 %30 to double
  %46 = fmul double %45, 5.000000e-01
  %47 = fmul double %44, 1.100000e-03
  %48 = fmul double %44, 1.200000e-02
  %49 = fmul double %44, 1.100000e-01
  %50 = sitofp i64 %28 to double
  %51 = add nsw i64 %30, -1
  %52 = add nsw i64 %28, -1
  %53 = icmp sgt i64 %28, 0
  %54 = select i1 %53, i64 0, i64 %40
  %55 = icmp sgt i64 %30, 0
  %56 = select i1 %55, i64 0, i64 %36
  %57 = fneg double %42
  %58 = fmul double %42, 1.800000e+01
  %59 = fcmp ogt double %58, 1.000000e-01
  %60 = select i1 %59, double 1.000000e-01, double %58
  %61 = fadd double %60, 5.000000e-02
  %62 = mul i64 %32, %30
  br label %206
63:
  %64 = getelementptr i8, ptr %210, i64 8
  %65 = load double, ptr %64, align 8
  %66 = getelementptr i8, ptr %210, i64 48
  %67 = load double, ptr %66, align 8
  %68 = fmul double %22, %67
  %69 = fdiv double %68, %218
  %70 = fcmp ogt double %47, %69
  %71 = select i1 %70, double %47, double %69
  %72 = fcmp olt double %71, 6.000000e-01
  %73 = select i1 %72, double 6.000000e-01, double %71
  %74 = fdiv double %69, %73
  br label %75
75:
  %76 = phi double [ 1.000000e+00, %63 ], [ %81, %75 ]
  %77 = phi double [ %74, %63 ], [ %82, %75 ]
  %78 = phi i1 [ false, %63 ], [ true, %75 ]
  %79 = phi i1 [ true, %63 ], [ false, %75 ]
  %80 = fmul double %76, %77
  %81 = select i1 %79, double %76, double %80
  %82 = fmul double %77, %77
  br i1 %78, label %83, label %75
83:
  %84 = fmul double %14, %212
  %85 = fmul double %16, %215
  %86 = fadd double %84, %85
  %87 = fdiv double %86, %218
  %88 = fmul double %22, %87
  %89 = fadd double %46, %88
  %90 = fsub double %65, %10
  %91 = fdiv double %90, %218
  %92 = fmul double %22, %91
  %93 = fsub double %24, %92
  %94 = fmul double %81, 3.000000e+00
  %95 = fcmp ogt double %94, 1.000000e+00
  %96 = select i1 %95, double 1.000000e+00, double %94
  %97 = fmul double %73, 9.000000e+00
  %98 = fadd double %48, %97
  %99 = fcmp olt double %49, %98
  %100 = select i1 %99, double %49, double %98
  %101 = fneg double %100
  %102 = fcmp olt double %89, %101
  %103 = fadd double %100, %45
  %104 = fcmp ogt double %89, %103
  %105 = select i1 %102, i1 true, i1 %104
  %106 = fcmp olt double %93, %101
  %107 = select i1 %105, i1 true, i1 %106
  %108 = fadd double %100, %50
  %109 = fcmp ogt double %93, %108
  %110 = select i1 %107, i1 true, i1 %109
  br i1 %110, label %202, label %111
111:
  %112 = fmul double %73, 8.000000e-01
  %113 = fadd double %112, 5.000000e-01
  %114 = fadd double %218, -6.000000e-01
  br label %220
115:
  %116 = fmul double %218, %57
  %117 = tail call double @llvm.exp.f64(double %116)
  %118 = fadd double %218, -1.000000e+00
  %119 = fmul double %118, 0x3FD5555555555555
  %120 = fcmp olt double %119, 0.000000e+00
  %121 = select i1 %120, double 0.000000e+00, double %119
  %122 = fcmp ogt double %121, 1.000000e+00
  %123 = select i1 %122, double 1.000000e+00, double %121
  %124 = fmul double %123, %123
  %125 = fmul double %123, 2.000000e+00
  %126 = fsub double 3.000000e+00, %125
  %127 = fmul double %124, %126
  %128 = fmul double %117, %127
  %129 = fmul double %128, %249
  %130 = fcmp ugt double %129, 2.000000e-03
  br i1 %130, label %131, label %202
131:
  %132 = fsub double %93, %100
  %133 = fptosi double %132 to i64
  %134 = tail call i64 @llvm.smax.i64(i64 %133, i64 0)
  %135 = fadd double %93, %100
  %136 = fptosi double %135 to i64
  %137 = add nsw i64 %136, 1
  %138 = tail call i64 @llvm.smin.i64(i64 %28, i64 %137)
  %139 = sub i64 %138, %134
  %140 = icmp slt i64 %139, 1
  br i1 %140, label %202, label %141
141:
  %142 = getelementptr i8, ptr %210, i64 56
  %143 = load double, ptr %142, align 8
  %144 = fmul double %61, %143
  %145 = fsub double %89, %100
  %146 = fptosi double %145 to i64
  %147 = tail call i64 @llvm.smax.i64(i64 %146, i64 0)
  %148 = fadd double %89, %100
  %149 = fptosi double %148 to i64
  %150 = add nsw i64 %149, 1
  %151 = tail call i64 @llvm.smin.i64(i64 %30, i64 %150)
  %152 = sub i64 %151, %147
  %153 = tail call i64 @llvm.smax.i64(i64 %152, i64 0)
  %154 = icmp slt i64 %152, 1
  %155 = fmul double %73, %73
  %156 = fmul double %100, %100
  %157 = fmul double %96, 6.000000e-01
  %158 = fadd double %157, 4.000000e-01
  %159 = fmul double %158, %144
  %160 = getelementptr i8, ptr %210, i64 24
  %161 = getelementptr i8, ptr %210, i64 32
  %162 = getelementptr i8, ptr %210, i64 40
  br label %251
163:
  %164 = icmp sgt i64 %252, 1
  br i1 %164, label %251, label %202
165:
  %166 = fcmp olt double %276, 8.000000e+00
  br i1 %166, label %167, label %171
167:
  %168 = fmul double %276, -1.400000e+00
  %169 = tail call double @llvm.exp.f64(double %168)
  %170 = fmul double %96, %169
  br label %171
171:
  %172 = phi double [ %170, %167 ], [ 0.000000e+00, %165 ]
  %173 = fmul double %159, %278
  %174 = fmul double %278, %173
  %175 = fmul double %276, 3.500000e-01
  %176 = fadd double %175, 1.000000e+00
  %177 = fdiv double %174, %176
  %178 = fadd double %177, %172
  %179 = fmul double %129, %178
  %180 = load double, ptr %160, align 8
  %181 = fmul double %180, %179
  %182 = load double, ptr %161, align 8
  %183 = fmul double %182, %179
  %184 = load double, ptr %162, align 8
  %185 = fmul double %179, %184
  %186 = icmp slt i64 %268, 0
  %187 = select i1 %186, i64 %30, i64 0
  %188 = add i64 %187, %268
  %189 = mul i64 %188, %32
  %190 = getelementptr float, ptr %265, i64 %189
  %191 = load float, ptr %190, align 4
  %192 = fptrunc double %181 to float
  %193 = fadd float %191, %192
  store float %193, ptr %190, align 4
  %194 = getelementptr i8, ptr %190, i64 4
  %195 = load float, ptr %194, align 4
  %196 = fptrunc double %183 to float
  %197 = fadd float %195, %196
  store float %197, ptr %194, align 4
  %198 = getelementptr i8, ptr %190, i64 8
  %199 = load float, ptr %198, align 4
  %200 = fptrunc double %185 to float
  %201 = fadd float %199, %200
  store float %201, ptr %198, align 4
  br label %204
202:
  %203 = icmp eq i64 %208, %4
  br i1 %203, label %280, label %206
204:
  %205 = icmp sgt i64 %267, 1
  br i1 %205, label %266, label %163
206:
  %207 = phi i64 [ 0, %38 ], [ %208, %202 ]
  %208 = add nuw nsw i64 %207, 1
  %209 = mul i64 %207, %6
  %210 = getelementptr double, ptr %2, i64 %209
  %211 = load double, ptr %210, align 8
  %212 = fsub double %211, %8
  %213 = getelementptr i8, ptr %210, i64 16
  %214 = load double, ptr %213, align 8
  %215 = fsub double %214, %12
  %216 = fmul double %18, %212
  %217 = fmul double %20, %215
  %218 = fadd double %216, %217
  %219 = fcmp olt double %218, 1.000000e+00
  br i1 %219, label %202, label %63
220:
  %221 = phi double [ 0.000000e+00, %111 ], [ %249, %220 ]
  %222 = phi i64 [ 0, %111 ], [ %223, %220 ]
  %223 = add nuw nsw i64 %222, 1
  %224 = urem i64 %222, 3
  %225 = add nsw i64 %224, -1
  %226 = sitofp i64 %225 to double
  %227 = fmul double %113, %226
  %228 = fadd double %89, %227
  %229 = fptosi double %228 to i64
  %230 = udiv i64 %222, 3
  %231 = add nsw i64 %230, -1
  %232 = sitofp i64 %231 to double
  %233 = fmul double %113, %232
  %234 = fadd double %93, %233
  %235 = fptosi double %234 to i64
  %236 = tail call i64 @llvm.smax.i64(i64 %229, i64 0)
  %237 = tail call i64 @llvm.smin.i64(i64 %51, i64 %236)
  %238 = tail call i64 @llvm.smax.i64(i64 %235, i64 0)
  %239 = tail call i64 @llvm.smin.i64(i64 %52, i64 %238)
  %240 = add i64 %239, %54
  %241 = mul i64 %240, %36
  %242 = getelementptr float, ptr %34, i64 %241
  %243 = getelementptr float, ptr %242, i64 %237
  %244 = getelementptr float, ptr %243, i64 %56
  %245 = load float, ptr %244, align 4
  %246 = fpext float %245 to double
  %247 = fcmp olt double %114, %246
  %248 = fadd double %221, 0x3FBC71C71C71C71C
  %249 = select i1 %247, double %248, double %221
  %250 = icmp eq i64 %223, 9
  br i1 %250, label %115, label %220
251:
  %252 = phi i64 [ %139, %141 ], [ %254, %163 ]
  %253 = phi i64 [ %134, %141 ], [ %255, %163 ]
  %254 = add nsw i64 %252, -1
  %255 = add nuw i64 %253, 1
  br i1 %154, label %163, label %256
256:
  %257 = sitofp i64 %253 to double
  %258 = fadd double %257, 5.000000e-01
  %259 = fsub double %258, %93
  %260 = fmul double %259, %259
  %261 = icmp slt i64 %253, 0
  %262 = select i1 %261, i64 %28, i64 0
  %263 = add i64 %262, %253
  %264 = mul i64 %62, %263
  %265 = getelementptr float, ptr %26, i64 %264
  br label %266
266:
  %267 = phi i64 [ %153, %256 ], [ %269, %204 ]
  %268 = phi i64 [ %147, %256 ], [ %270, %204 ]
  %269 = add nsw i64 %267, -1
  %270 = add nuw i64 %268, 1
  %271 = sitofp i64 %268 to double
  %272 = fadd double %271, 5.000000e-01
  %273 = fsub double %272, %89
  %274 = fmul double %273, %273
  %275 = fadd double %260, %274
  %276 = fdiv double %275, %155
  %277 = fdiv double %275, %156
  %278 = fsub double 1.000000e+00, %277
  %279 = fcmp ugt double %278, 0.000000e+00
  br i1 %279, label %165, label %204
280:
  ret void
}
declare double @llvm.exp.f64(double)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
